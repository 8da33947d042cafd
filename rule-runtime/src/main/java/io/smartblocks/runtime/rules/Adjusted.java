package io.smartblocks.runtime.rules;

import io.smartblocks.dsl.agreement.Window;
import io.smartblocks.dsl.units.Exact;
import io.smartblocks.runtime.evidence.AdjustmentValue;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The total of a non-routine adjustment over some days: an amount per day counts for each local day, a single amount by the
 * days of it that lie inside. Adjustments add up; one without an end lasts until the next such one begins.
 */
record Adjusted(String adjustment, boolean perDay, Window window) implements Demand {

    /** What one value of an adjustment comes to within some days. */
    record Part(LocalDate from, LocalDate to, Exact amount) {}

    @Override
    public Exact of(Settling settling) {
        Ground ground = settling.ground();
        return parts(values(ground), perDay, Days.of(ground, window.period(), window.previous())).stream()
                .map(Part::amount)
                .reduce(Exact.ZERO, Exact::plus);
    }

    private List<AdjustmentValue> values(Ground ground) {
        return ground.evidence().adjustments().getOrDefault(adjustment, List.of());
    }

    /** Each value that touches these days, in the order in which they begin. */
    static List<Part> parts(List<AdjustmentValue> values, boolean perDay, Days days) {
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            AdjustmentValue value = values.get(i);
            LocalDate end = end(values, i).orElse(days.to());
            LocalDate first = value.from().isBefore(days.from()) ? days.from() : value.from();
            LocalDate last = end.isAfter(days.to()) ? days.to() : end;
            if (first.isBefore(last)) {
                Exact count = Exact.of(ChronoUnit.DAYS.between(first, last));
                Exact share = perDay ? count : count.dividedBy(Exact.of(ChronoUnit.DAYS.between(value.from(), end)));
                parts.add(new Part(first, last, value.value().times(share)));
            }
        }
        parts.sort(Comparator.comparing(Part::from).thenComparing(Part::to));
        return parts;
    }

    /** The day before which a value ends: its own, or that on which the next one without an end begins. */
    private static Optional<LocalDate> end(List<AdjustmentValue> values, int index) {
        AdjustmentValue value = values.get(index);
        if (value.to().isPresent()) {
            return value.to();
        }
        Optional<LocalDate> end = Optional.empty();
        for (int i = 0; i < values.size(); i++) {
            LocalDate from = values.get(i).from();
            boolean ends = from.isAfter(value.from()) || i > index && from.equals(value.from());
            boolean nearest = end.isEmpty() || from.isBefore(end.get());
            if (values.get(i).to().isEmpty() && ends && nearest) {
                end = Optional.of(from);
            }
        }
        return end;
    }

    @Override
    public String text() {
        return "the total of " + adjustment + " over "
                + (window.previous() == 0 ? "" : "the previous " + window.previous() + " ") + window.period();
    }
}
