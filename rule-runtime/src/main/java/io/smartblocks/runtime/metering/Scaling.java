package io.smartblocks.runtime.metering;

import io.smartblocks.dsl.units.Exact;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Scales the estimates of a gap so that they and all other readings between two stands of a register add up to what the
 * register advanced there.
 */
final class Scaling {

    private final MeterColumn column;
    private final Advances advances;
    private final String register;
    private final Function<Gap, Optional<Part>> unscaled;

    Scaling(MeterColumn column, Advances advances, String register, Function<Gap, Optional<Part>> unscaled) {
        this.column = column;
        this.advances = advances;
        this.register = register;
        this.unscaled = unscaled;
    }

    /** The estimates of one gap, and whether they are to be scaled. */
    record Part(Map<Integer, Exact> estimates, boolean scaled) {}

    /** The readings between two stands. */
    private record Section(int from, int to, List<Gap> gaps, Exact advance) {}

    /** The scaled estimates of a gap; empty where stands or like days are missing or the readings exceed the advance. */
    Optional<Map<Integer, Exact>> of(Gap gap) {
        return section(gap).flatMap(section -> scaled(section, gap));
    }

    /** The shortest section between stands that no gap leaves. */
    private Optional<Section> section(Gap gap) {
        Gap span = gap;
        while (true) {
            Optional<Advances.Advance> advance = advances.around(register, start(span.from()), start(span.to()));
            if (advance.isEmpty()) {
                return Optional.empty();
            }
            int from = indexOf(advance.get().from());
            int to = indexOf(advance.get().to());
            if (from < 0 || to < 0) {
                return Optional.empty();
            }
            List<Gap> gaps = Gap.in(column, from, to);
            int first = Math.min(from, gaps.get(0).from());
            int last = Math.max(to, gaps.get(gaps.size() - 1).to());
            if (first == from && last == to) {
                return Optional.of(new Section(from, to, gaps, advance.get().amount()));
            }
            span = new Gap(first, last);
        }
    }

    private Optional<Map<Integer, Exact>> scaled(Section section, Gap wanted) {
        Exact rest = section.advance();
        Map<Integer, Exact> estimates = new TreeMap<>();
        for (int i = section.from(); i < section.to(); i++) {
            rest = column.isMissing(i) ? rest : rest.minus(column.exact(i));
        }
        for (Gap gap : section.gaps()) {
            Optional<Part> part = unscaled.apply(gap);
            if (part.isEmpty()) {
                return Optional.empty();
            }
            if (part.get().scaled()) {
                estimates.putAll(part.get().estimates());
            } else {
                rest = rest.minus(sum(part.get().estimates()));
            }
        }
        return rest.signum() < 0
                ? Optional.empty()
                : Optional.of(shared(estimates, rest, column.scale() + Estimates.MORE_DIGITS)
                        .subMap(wanted.from(), wanted.to()));
    }

    /** Shares what is left in proportion to the estimates, rounded so that nothing of it is lost. */
    static TreeMap<Integer, Exact> shared(Map<Integer, Exact> estimates, Exact rest, int digits) {
        Exact estimated = sum(estimates);
        boolean even = estimated.signum() <= 0;
        Exact factor = rest.dividedBy(even ? Exact.of(estimates.size()) : estimated);
        TreeMap<Integer, Exact> shared = new TreeMap<>();
        Exact reached = Exact.ZERO;
        Exact given = Exact.ZERO;
        for (Map.Entry<Integer, Exact> estimate : estimates.entrySet()) {
            reached = reached.plus(even ? factor : estimate.getValue().times(factor));
            Exact next = Exact.of(reached.toDecimal(digits, RoundingMode.HALF_UP));
            shared.put(estimate.getKey(), next.minus(given));
            given = next;
        }
        return shared;
    }

    private static Exact sum(Map<Integer, Exact> estimates) {
        return estimates.values().stream().reduce(Exact.ZERO, Exact::plus);
    }

    private Instant start(int index) {
        return column.grid().startOf(index);
    }

    /** The reading that starts at an instant; below zero where the column has none. */
    private int indexOf(Instant instant) {
        Grid grid = column.grid();
        int guess = grid.indexOf(instant.atZone(grid.zone()).toLocalDate());
        while (guess <= grid.size() && grid.startOf(guess).isBefore(instant)) {
            guess++;
        }
        return guess <= grid.size() && grid.startOf(guess).equals(instant) ? guess : -1;
    }
}
