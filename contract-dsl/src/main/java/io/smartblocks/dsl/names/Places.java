package io.smartblocks.dsl.names;

import io.smartblocks.dsl.diagnostic.SourceRange;
import java.util.IdentityHashMap;
import java.util.Map;

/** Where each part of a checked agreement stands in the text; parts are told apart by identity. */
public final class Places {

    private final Map<Object, SourceRange> ranges = new IdentityHashMap<>();

    <T> T put(T part, SourceRange at) {
        ranges.put(part, at);
        return part;
    }

    /** The place of a part, or {@code otherwise} for one that was not written but computed. */
    public SourceRange of(Object part, SourceRange otherwise) {
        return ranges.getOrDefault(part, otherwise);
    }
}
