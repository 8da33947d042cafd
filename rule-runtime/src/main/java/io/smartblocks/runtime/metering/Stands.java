package io.smartblocks.runtime.metering;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Where the stands of a register are known: not at the starts of the intervals in {@code unknown}, over which the advance
 * between two stands is spread; {@code cuttable} if a figure may begin and end inside of such a spread.
 */
public record Stands(BitSet unknown, boolean cuttable, List<Doubt> doubts) {

    /** A meter that reads what flows in each interval. */
    public static final Stands NONE = new Stands(new BitSet(), true, List.of());

    public Stands {
        unknown = (BitSet) unknown.clone();
        doubts = List.copyOf(doubts);
    }

    /** True if a stand is known at the start of an interval. */
    boolean isKnown(int boundary) {
        return !unknown.get(boundary);
    }

    /** What makes the stands of some days doubtful. */
    public Optional<Doubt> doubtIn(LocalDate from, LocalDate to) {
        return doubts.stream()
                .filter(doubt -> doubt.from().isBefore(to) && doubt.to().isAfter(from))
                .findFirst();
    }
}
