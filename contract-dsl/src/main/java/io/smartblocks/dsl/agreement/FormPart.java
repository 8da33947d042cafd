package io.smartblocks.dsl.agreement;

import io.smartblocks.dsl.diagnostic.SourceRange;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;

/**
 * A part of an agreement and the leaves of its form that it was made of, numbered in the order of the text from one up to,
 * not including, another. It can be made again with other leaves, and is itself where none of its own is another.
 */
record FormPart(Object value, int from, int to, Making making) {

    /** Makes the part anew with leaves by their numbers. */
    interface Making {
        Object with(NavigableMap<Integer, Object> leaves);
    }

    static FormPart leaf(Object value, int number) {
        return new FormPart(value, number, number + 1, leaves -> leaves.get(number));
    }

    /** What has no leaf that may be another. */
    static FormPart fixed(Object value) {
        return new FormPart(value, 0, 0, leaves -> value);
    }

    static FormPart list(List<?> value, int from, int to, List<FormPart> items) {
        return new FormPart(value, from, to, leaves -> {
            List<Object> made = new ArrayList<>(items.size());
            items.forEach(item -> made.add(item.with(leaves)));
            return made;
        });
    }

    static FormPart present(Optional<?> value, FormPart part) {
        return new FormPart(value, part.from, part.to, leaves -> Optional.of(part.with(leaves)));
    }

    /** A record of parts in the order of its members; null stands for a place in a text. */
    static FormPart node(Record value, int from, int to, FormPart... members) {
        RecordShape shape = RecordShape.of(value.getClass());
        return new FormPart(value, from, to, leaves -> {
            Object[] values = new Object[members.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = members[i] == null ? SourceRange.UNKNOWN : members[i].with(leaves);
            }
            return FormReading.made(value.getClass(), shape, values, FormPlace.whole());
        });
    }

    Object with(NavigableMap<Integer, Object> leaves) {
        Integer first = leaves.ceilingKey(from);
        return first == null || first >= to ? value : making.with(leaves);
    }
}
