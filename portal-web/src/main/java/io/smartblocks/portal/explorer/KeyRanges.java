package io.smartblocks.portal.explorer;

import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.port.StandingState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

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
        return behind(key)
                .findFirst()
                .filter(range -> range.from().compareTo(key) <= 0)
                .isPresent();
    }

    /** What stands on the ledger under these keys, from behind the given one on. */
    List<StandingState> standing(Ledger ledger, String after, int atMost) {
        String from = after.isEmpty() ? "" : after + BEHIND;
        List<StandingState> found = new ArrayList<>();
        for (Range range : behind(from).toList()) {
            found.addAll(ledger.standing(later(from, range.from()), range.to(), atMost - found.size()));
            if (found.size() == atMost) {
                break;
            }
        }
        return found;
    }

    private Stream<Range> behind(String key) {
        return ranges.stream().filter(range -> range.to().compareTo(key) > 0);
    }

    private static String later(String one, String two) {
        return one.compareTo(two) < 0 ? two : one;
    }
}
