package io.smartblocks.runtime.scenario;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.agreement.Declaration;
import io.smartblocks.dsl.agreement.Scenario;
import io.smartblocks.dsl.agreement.Scenario.Step;
import io.smartblocks.dsl.units.Exact;
import io.smartblocks.runtime.evidence.AdjustmentValue;
import io.smartblocks.runtime.evidence.FactValue;
import io.smartblocks.runtime.metering.Grid;
import io.smartblocks.runtime.settlement.PeriodCalendar;
import io.smartblocks.runtime.settlement.SettlementPeriod;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Facts and adjustments as a scenario gives them: facts replace each other, adjustments add up. */
final class GivenStatements {

    private final Agreement agreement;
    private final PeriodCalendar periods;
    private final List<Step> givens;

    GivenStatements(Agreement agreement, PeriodCalendar periods, List<Step> givens) {
        this.agreement = agreement;
        this.periods = periods;
        this.givens = givens;
    }

    /** A value for local days, the last not included; without one it lasts. */
    private record Stated(LocalDate from, Optional<LocalDate> to, Exact value) {}

    /** The values of a fact by the days from which they hold. */
    List<FactValue> fact(Declaration.Fact fact) {
        List<Stated> stated = stated(fact.name());
        return fact.each().isPresent() ? ofPeriods(fact.each().get(), stated) : states(fact, stated);
    }

    /** An amount stated for some days is that of each period that begins in them, or of the one they begin in. */
    private List<FactValue> ofPeriods(String period, List<Stated> stated) {
        SortedMap<LocalDate, Exact> values = new TreeMap<>();
        for (Stated each : stated) {
            periods.containing(period, each.from()).ifPresent(first -> values.put(first.from(), each.value()));
            for (SettlementPeriod next : periods.periods(period)) {
                boolean inside = next.from().isAfter(each.from())
                        && each.to().filter(end -> !next.from().isBefore(end)).isEmpty();
                if (inside) {
                    values.put(next.from(), each.value());
                }
            }
        }
        return values(values);
    }

    /** A state lasts until the next one; one stated for some days gives way after them to what held before. */
    private static List<FactValue> states(Declaration.Fact fact, List<Stated> stated) {
        SortedMap<LocalDate, Exact> values = new TreeMap<>();
        for (Stated each : stated) {
            each.to()
                    .ifPresent(end -> values.putIfAbsent(
                            end, before(values, end, fact.initial().value())));
            values.subMap(each.from(), each.to().orElse(LocalDate.MAX)).clear();
            values.put(each.from(), each.value());
        }
        return values(values);
    }

    private static Exact before(SortedMap<LocalDate, Exact> values, LocalDate day, Exact initial) {
        SortedMap<LocalDate, Exact> earlier = values.headMap(day);
        return earlier.isEmpty() ? initial : earlier.get(earlier.lastKey());
    }

    private static List<FactValue> values(Map<LocalDate, Exact> values) {
        return values.entrySet().stream()
                .map(each -> new FactValue(each.getKey(), each.getValue()))
                .toList();
    }

    /** The values of an adjustment in the order in which they are given. */
    List<AdjustmentValue> adjustment(Declaration.Adjustment adjustment) {
        return stated(adjustment.name()).stream()
                .map(each -> new AdjustmentValue(each.from(), each.to(), each.value()))
                .toList();
    }

    private List<Stated> stated(String name) {
        List<Stated> stated = new ArrayList<>();
        for (Step step : givens) {
            if (step instanceof Scenario.GivenValue value && value.name().equals(name)) {
                LocalDate from = value.from()
                        .or(() -> value.over().map(Scenario.Days::from))
                        .orElse(agreement.settings().from());
                stated.add(new Stated(from, value.over().map(days -> days.to().plusDays(1)), value.value()));
            } else if (step instanceof Scenario.GivenSeries series
                    && series.name().equals(name)) {
                Grid spans = new Grid(
                        series.from(),
                        series.from().plusYears(100),
                        agreement.settings().zone(),
                        series.every());
                for (int i = 0; i < series.values().size(); i++) {
                    stated.add(new Stated(
                            spans.dayOf(i),
                            Optional.of(spans.dayOf(i + 1)),
                            series.values().get(i)));
                }
            }
        }
        return stated;
    }
}
