package io.smartblocks.dsl.proof;

import io.smartblocks.dsl.units.Exact;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The values between two ends, each with or without the end itself; no end means without limit. */
record Range(Optional<End> low, Optional<End> high) {

    static final Range ALL = new Range(Optional.empty(), Optional.empty());

    private static final int COARSEST = 9;
    private static final int FINEST = -12;
    private static final Exact TEN = Exact.of(10);
    private static final List<Exact> STEPS = steps();

    /** An end of a range, and whether it belongs to it. */
    record End(Exact value, boolean included) {}

    Range above(Exact value, boolean included) {
        boolean tighter =
                low.isEmpty() || tightens(value.compareTo(low.orElseThrow().value()), included, low.orElseThrow());
        return tighter ? new Range(Optional.of(new End(value, included)), high) : this;
    }

    Range below(Exact value, boolean included) {
        boolean tighter =
                high.isEmpty() || tightens(high.orElseThrow().value().compareTo(value), included, high.orElseThrow());
        return tighter ? new Range(low, Optional.of(new End(value, included))) : this;
    }

    private static boolean tightens(int order, boolean included, End end) {
        return order > 0 || order == 0 && end.included() && !included;
    }

    boolean has(Exact value) {
        return low.map(end -> value.compareTo(end.value()) >= (end.included() ? 0 : 1))
                        .orElse(true)
                && high.map(end -> value.compareTo(end.value()) <= (end.included() ? 0 : -1))
                        .orElse(true);
    }

    /** A value of the range that reads well: a round one above its lower end, or near the upper one. */
    Exact neat() {
        if (low.isEmpty() && high.isEmpty()) {
            return TEN;
        }
        for (Exact step : STEPS) {
            Optional<Exact> found = multiple(step);
            if (found.isPresent()) {
                return found.orElseThrow();
            }
        }
        return low.filter(End::included)
                .or(() -> high.filter(End::included))
                .map(End::value)
                .orElseGet(() -> low.orElseThrow()
                        .value()
                        .plus(high.orElseThrow().value())
                        .dividedBy(Exact.of(2)));
    }

    private static List<Exact> steps() {
        List<Exact> steps = new ArrayList<>();
        for (int power = COARSEST; power >= FINEST; power--) {
            for (int digit : new int[] {5, 2, 1}) {
                steps.add(Exact.of(BigDecimal.valueOf(digit).scaleByPowerOfTen(power)));
            }
        }
        return List.copyOf(steps);
    }

    /** The first multiple of a step in the range, not farther from its end than the end is from zero. */
    private Optional<Exact> multiple(Exact step) {
        boolean fromLow = low.isPresent();
        Exact end = fromLow ? low.orElseThrow().value() : high.orElseThrow().value();
        if (step.compareTo(absolute(end).max(TEN)) > 0) {
            return Optional.empty();
        }
        Exact near = end.roundedTo(step, fromLow ? RoundingMode.CEILING : RoundingMode.FLOOR);
        Exact next = fromLow ? near.plus(step) : near.minus(step);
        return Optional.of(near).filter(this::has).or(() -> Optional.of(next).filter(this::has));
    }

    private static Exact absolute(Exact value) {
        return value.signum() < 0 ? value.negated() : value;
    }
}
