package io.smartblocks.runtime.metering;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the stands of a register are known: not at the starts of the intervals in {@code unknown}, over which the advance
 * between two stands is spread; {@code cuttable} if a figure may begin and end inside of such a spread. {@code shown} has
 * the stands themselves.
 */
public record Stands(BitSet unknown, boolean cuttable, List<Doubt> doubts, Optional<MeterColumn> shown) {

    /** A meter that reads what flows in each interval. */
    public static final Stands NONE = new Stands(new BitSet(), true, List.of(), Optional.empty());

    public Stands {
        unknown = (BitSet) unknown.clone();
        doubts = List.copyOf(doubts);
    }

    /** True if a stand is known at the start of an interval. */
    boolean isKnown(int boundary) {
        return !unknown.get(boundary);
    }

    /** Gaps divided where a stand is known. */
    List<Gap> between(List<Gap> gaps) {
        if (cuttable) {
            return gaps;
        }
        List<Gap> parts = new ArrayList<>();
        for (Gap gap : gaps) {
            int start = gap.from();
            for (int i = start + 1; i <= gap.to(); i++) {
                if (i == gap.to() || isKnown(i)) {
                    parts.add(new Gap(start, i));
                    start = i;
                }
            }
        }
        return parts;
    }

    /** A stand with its local day. */
    public record Stand(LocalDate on, BigDecimal value, Quality quality) {}

    /** The stands between which the advance of some days lies: the nearest at or outside of their ends. */
    public List<Stand> around(LocalDate from, LocalDate to) {
        return shown.stream()
                .flatMap(column -> Stream.concat(
                        nearest(column, column.grid().indexOf(from), -1).stream(),
                        nearest(column, column.grid().indexOf(to), 1).stream()))
                .toList();
    }

    private static Optional<Stand> nearest(MeterColumn column, int index, int step) {
        int at = index;
        while (at >= 0 && at < column.size() && column.isMissing(at)) {
            at += step;
        }
        return at < 0 || at >= column.size()
                ? Optional.empty()
                : Optional.of(new Stand(
                        column.grid().dayOf(at),
                        BigDecimal.valueOf(column.value(at), column.scale()),
                        column.quality(at)));
    }

    /** What makes the stands of some days doubtful. */
    public Optional<Doubt> doubtIn(LocalDate from, LocalDate to) {
        return doubts.stream()
                .filter(doubt -> doubt.from().isBefore(to) && doubt.to().isAfter(from))
                .findFirst();
    }
}
