package io.smartblocks.dsl.agreement;

import io.smartblocks.dsl.diagnostic.SourceRange;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Compares two trees of records of one shape; what they share is not looked at, nor where they stand in a text. */
public final class Differences {

    private final List<Pair> found = new ArrayList<>();

    private Differences() {}

    /** Two records of one kind and place whose words, figures or days are not the same. */
    public record Pair(Record one, Record other) {}

    /** The records that are not the same; empty for trees of different shapes. */
    public static Optional<List<Pair>> between(Collection<? extends Record> one, Collection<? extends Record> other) {
        Differences differences = new Differences();
        return differences.areAlike(one, other) ? Optional.of(differences.found) : Optional.empty();
    }

    /** Whether two values are of one shape. */
    private boolean areAlike(Object one, Object other) {
        if (one == other) {
            return true;
        } else if (one instanceof Record node) {
            return one.getClass() == other.getClass() && haveLikeMembers(node, (Record) other);
        } else if (one instanceof Optional<?> maybe) {
            Optional<?> perhaps = (Optional<?>) other;
            return maybe.isPresent() == perhaps.isPresent()
                    && (maybe.isEmpty() || areAlike(maybe.get(), perhaps.get()));
        }
        return one instanceof Collection<?> items ? areAllAlike(items, (Collection<?>) other) : one.equals(other);
    }

    private boolean areAllAlike(Collection<?> one, Collection<?> other) {
        boolean alike = one.size() == other.size();
        Iterator<?> others = other.iterator();
        for (Iterator<?> items = one.iterator(); alike && items.hasNext(); ) {
            alike = areAlike(items.next(), others.next());
        }
        return alike;
    }

    private boolean haveLikeMembers(Record one, Record other) {
        boolean same = true;
        for (RecordShape.Member member : RecordShape.of(one.getClass()).members()) {
            Object here = member.of(one);
            Object there = member.of(other);
            if (member.type() == SourceRange.class) {
                continue;
            }
            if (isLeaf(here) && isLeaf(there)) {
                same &= here.equals(there);
            } else if (!areAlike(here, there)) {
                return false;
            }
        }
        if (!same) {
            found.add(new Pair(one, other));
        }
        return true;
    }

    private static boolean isLeaf(Object value) {
        return value instanceof Optional<?> maybe
                ? maybe.isPresent() && isLeaf(maybe.get())
                : !(value instanceof Record || value instanceof Collection);
    }
}
