package io.smartblocks.dsl.syntax;

import java.util.List;
import java.util.stream.Stream;

/** The sentences of a text that could be read, in the order written. */
public record Document(List<Sentence> sentences) {
    public Document {
        sentences = List.copyOf(sentences);
    }

    /** The sentences of one kind. */
    public <T extends Sentence> Stream<T> all(Class<T> kind) {
        return sentences.stream().filter(kind::isInstance).map(kind::cast);
    }
}
