package io.smartblocks.runtime.rules;

import io.smartblocks.dsl.units.Exact;
import io.smartblocks.runtime.evidence.IndexValue;
import java.time.LocalDate;
import java.util.List;

/** The published values of an index by local days; a day without one holds the settlement. */
final class IndexLookup {

    private final Settling settling;
    private final String index;
    private final List<IndexValue> values;

    IndexLookup(Settling settling, String index) {
        this.settling = settling;
        this.index = index;
        this.values = settling.ground().evidence().indexes().getOrDefault(index, List.of());
    }

    Exact on(LocalDate day) {
        for (int i = values.size() - 1; i >= 0; i--) {
            IndexValue value = values.get(i);
            if (!day.isBefore(value.from()) && day.isBefore(value.to())) {
                return value.value();
            }
        }
        settling.lack("index-missing", index + " has no published value " + gap(day));
        return Exact.ZERO;
    }

    /** The days around this one that have no value either, so that each of them gives the same reason. */
    private String gap(LocalDate day) {
        Ground ground = settling.ground();
        boolean inPeriod = !day.isBefore(ground.from()) && day.isBefore(ground.to());
        LocalDate from = inPeriod ? ground.from() : day.withDayOfMonth(1);
        LocalDate end = inPeriod ? ground.to() : from.plusMonths(1);
        for (IndexValue value : values) {
            if (!value.to().isAfter(day) && value.to().isAfter(from)) {
                from = value.to();
            }
            if (value.from().isAfter(day) && value.from().isBefore(end)) {
                end = value.from();
            }
        }
        LocalDate last = end.minusDays(1);
        return from.equals(last) ? "for " + day : "from " + from + " to " + last;
    }
}
