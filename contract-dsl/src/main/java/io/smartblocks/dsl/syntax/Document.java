package io.smartblocks.dsl.syntax;

import java.util.List;
import java.util.stream.Stream;

/**
 * The sentences of a text that could be read, in the order written, and the Terms that those that could not be read may
 * have given a meaning.
 */
public record Document(List<Sentence> sentences, List<Word> guessed) {
    public Document {
        sentences = List.copyOf(sentences);
        guessed = List.copyOf(guessed);
    }

    /** The sentences of one kind. */
    public <T extends Sentence> Stream<T> all(Class<T> kind) {
        return sentences.stream().filter(kind::isInstance).map(kind::cast);
    }
}
