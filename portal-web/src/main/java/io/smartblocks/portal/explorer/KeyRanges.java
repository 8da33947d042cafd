package io.smartblocks.portal.explorer;

import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.port.StandingState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Ranges of state keys in their order: what a reader may see, or a filter asks for, without looking at the states. */
final class KeyRanges {

    /** What no key can hold, so that nothing stands between a key and the same with it behind. */
    private static final char BEHIND = '\0';

    /** The sign behind the stroke. */
    private static final char BEHIND_STROKE = '0';

    /** From one key up to, and not including, another. */
    private record Range(String from, String to) {}

    private final List<Range> ranges;

    private KeyRanges(List<Range> ranges) {
        this.ranges = ranges;
    }

    /** One key alone. */
    static KeyRanges key(String key) {
        return new KeyRanges(List.of(new Range(key, key + BEHIND)));
    }

    /** All keys that go on behind these parts and a stroke. */
    static KeyRanges under(String parts) {
        return new KeyRanges(List.of(new Range(parts + '/', parts + BEHIND_STROKE)));
    }

    /** All that any of them holds. */
    static KeyRanges any(Collection<KeyRanges> of) {
        List<Range> sorted = of.stream()
                .flatMap(each -> each.ranges.stream())
                .sorted(Comparator.comparing(Range::from))
                .toList();
        List<Range> joined = new ArrayList<>();
        for (Range next : sorted) {
            Range last = joined.isEmpty() ? new Range("", "") : joined.get(joined.size() - 1);
            if (!joined.isEmpty() && next.from().compareTo(last.to()) <= 0) {
                joined.set(joined.size() - 1, new Range(last.from(), later(last.to(), next.to())));
            } else {
                joined.add(next);
            }
        }
        return new KeyRanges(joined);
    }

    /** What both hold. */
    KeyRanges and(KeyRanges other) {
        List<Range> both = new ArrayList<>();
        int mine = 0;
        int theirs = 0;
        while (mine < ranges.size() && theirs < other.ranges.size()) {
            Range one = ranges.get(mine);
            Range two = other.ranges.get(theirs);
            String from = later(one.from(), two.from());
            String to = one.to().compareTo(two.to()) < 0 ? one.to() : two.to();
            if (from.compareTo(to) < 0) {
                both.add(new Range(from, to));
            }
            if (one.to().equals(to)) {
                mine++;
            } else {
                theirs++;
            }
        }
        return new KeyRanges(both);
    }

    boolean holds(String key) {
        int place = firstBehind(key);
        return place < ranges.size() && ranges.get(place).from().compareTo(key) <= 0;
    }

    /**
     * What stands on the ledger under these keys, from behind the given one on. What stands between the ranges is read and
     * left out, since many ranges hold nothing and one question for each would take longer.
     */
    List<StandingState> standing(Ledger ledger, String after, int atMost) {
        List<StandingState> found = new ArrayList<>();
        String from = after.isEmpty() ? "" : after + BEHIND;
        int place = firstBehind(from);
        while (place < ranges.size() && found.size() < atMost) {
            from = later(from, ranges.get(place).from());
            List<StandingState> read =
                    ledger.standing(from, ranges.get(ranges.size() - 1).to(), atMost);
            read.stream()
                    .filter(state -> holds(state.key().value()))
                    .limit(atMost - found.size())
                    .forEach(found::add);
            if (read.size() < atMost) {
                break;
            }
            from = read.get(read.size() - 1).key().value() + BEHIND;
            place = firstBehind(from);
        }
        return found;
    }

    /** The first range that does not end before a key; they end in the order in which they begin. */
    private int firstBehind(String key) {
        int low = 0;
        int high = ranges.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ranges.get(middle).to().compareTo(key) > 0) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private static String later(String one, String two) {
        return one.compareTo(two) < 0 ? two : one;
    }
}
