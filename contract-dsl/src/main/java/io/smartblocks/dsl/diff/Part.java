package io.smartblocks.dsl.diff;

import java.util.List;

/** A named part of an agreement: its sentences and what they mean. */
record Part(Key key, List<String> sentences, List<?> meaning) {
    Part {
        sentences = List.copyOf(sentences);
    }

    /** By what a part is found again in another version. */
    record Key(Change.Group group, String name) {}
}
