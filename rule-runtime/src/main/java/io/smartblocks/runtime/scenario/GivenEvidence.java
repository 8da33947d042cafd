package io.smartblocks.runtime.scenario;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.agreement.CalendarTest;
import io.smartblocks.dsl.agreement.Declaration;
import io.smartblocks.dsl.agreement.GapRule;
import io.smartblocks.dsl.agreement.Scenario;
import io.smartblocks.dsl.agreement.Scenario.Step;
import io.smartblocks.dsl.units.Exact;
import io.smartblocks.runtime.evidence.BaselineEvidence;
import io.smartblocks.runtime.evidence.Evidence;
import io.smartblocks.runtime.evidence.IndexValue;
import io.smartblocks.runtime.evidence.ReportedEvent;
import io.smartblocks.runtime.metering.Grid;
import io.smartblocks.runtime.metering.LocalCalendar;
import io.smartblocks.runtime.metering.MeterColumn;
import io.smartblocks.runtime.metering.Quality;
import io.smartblocks.runtime.rules.Ground;
import io.smartblocks.runtime.settlement.PeriodCalendar;
import io.smartblocks.runtime.settlement.SettlementPeriod;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Evidence as a scenario gives it: readings, index values, facts, adjustments and baselines. */
public final class GivenEvidence {

    private GivenEvidence() {}

    /** All that a period can know from sentences alone, which stand in the order in which they count. */
    public static Evidence alone(Agreement agreement, List<Step> givens, SettlementPeriod period) {
        Evidence.Builder evidence = of(agreement, new PeriodCalendar(agreement), givens, period);
        for (Step step : givens) {
            if (step instanceof Scenario.GivenPrevious before) {
                evidence.previous(before.term(), before.value());
            }
        }
        return evidence.build();
    }

    static Evidence.Builder of(
            Agreement agreement, PeriodCalendar periods, List<Step> givens, SettlementPeriod period) {
        LocalCalendar calendar = periods.calendar();
        Evidence.Builder evidence = Evidence.asOf(0);
        for (Declaration.Meter meter : agreement.meters()) {
            evidence.column(
                    meter.name(),
                    new GivenColumn(meter, calendar, givens, looksAhead(agreement, meter))
                            .upTo(period.from(), period.to()));
        }
        for (Declaration.Index index : agreement.indexes()) {
            evidence.index(index.name(), indexValues(index, calendar, givens, agreement));
        }
        for (Declaration.Event event : agreement.events()) {
            evidence.events(event.name(), events(event, calendar, givens));
        }
        addStated(evidence, agreement, periods, givens, period);
        return evidence;
    }

    /** Adds the facts and adjustments that sentences of a scenario give, and the baselines they give readings of. */
    public static void addStated(
            Evidence.Builder evidence,
            Agreement agreement,
            PeriodCalendar periods,
            List<Step> givens,
            SettlementPeriod period) {
        for (Declaration.Baseline baseline : agreement.baselines()) {
            GivenColumn column = new GivenColumn(Ground.readAs(agreement, baseline), periods.calendar(), givens, false);
            if (column.isGiven()) {
                evidence.column(baseline.name(), column.upTo(period.from(), period.to()));
            } else {
                fittedTo(agreement, baseline, periods.calendar(), givens)
                        .ifPresent(readings -> evidence.baseline(baseline.name(), readings));
            }
        }
        GivenStatements stated = new GivenStatements(agreement, periods, givens);
        agreement.facts().forEach(fact -> evidence.fact(fact.name(), stated.fact(fact)));
        agreement
                .adjustments()
                .forEach(adjustment -> evidence.adjustment(adjustment.name(), stated.adjustment(adjustment)));
    }

    /** The readings of the baseline period, if sentences give any of the meter and of the temperature. */
    private static Optional<BaselineEvidence> fittedTo(
            Agreement agreement, Declaration.Baseline baseline, LocalCalendar calendar, List<Step> givens) {
        return before(Ground.meter(agreement, baseline.meter()), baseline, calendar, givens)
                .flatMap(usage -> before(Ground.meter(agreement, baseline.with().get(0)), baseline, calendar, givens)
                        .map(temperature -> new BaselineEvidence(usage, temperature)));
    }

    private static Optional<MeterColumn> before(
            Declaration.Meter meter, Declaration.Baseline baseline, LocalCalendar calendar, List<Step> givens) {
        MeterColumn column = new GivenColumn(meter, calendar, givens, false)
                .upTo(baseline.from(), baseline.to().plusDays(1));
        int from = column.grid().indexOf(baseline.from());
        return column.count(Quality.MISSING, from, column.size()) < column.size() - from
                ? Optional.of(column)
                : Optional.empty();
    }

    /** Estimates that end at, or are scaled to, what is known later. */
    private static boolean looksAhead(Agreement agreement, Declaration.Meter meter) {
        return agreement.gapRules().stream()
                .flatMap(rule -> rule.arms().stream()
                        .flatMap(arm -> arm.estimate().stream())
                        .filter(estimate -> looksAhead(estimate, rule.meters().contains(meter.name()), meter.name())))
                .findAny()
                .isPresent();
    }

    private static boolean looksAhead(GapRule.Estimate estimate, boolean ruled, String meter) {
        if (estimate instanceof GapRule.Estimate.LikeDays like) {
            return like.scaledTo()
                    .filter(register -> ruled || register.equals(meter))
                    .isPresent();
        }
        return ruled && estimate instanceof GapRule.Estimate.StraightLine;
    }

    private static List<ReportedEvent> events(Declaration.Event event, LocalCalendar calendar, List<Step> givens) {
        List<ReportedEvent> events = new ArrayList<>();
        for (Step step : givens) {
            if (step instanceof Scenario.GivenOccurrence happened
                    && happened.event().equals(event.name())) {
                SortedMap<String, Exact> figures = new TreeMap<>();
                happened.figures().forEach(figure -> figures.put(figure.name(), figure.value()));
                events.add(new ReportedEvent(
                        happened.on()
                                .atTime(happened.time())
                                .atZone(calendar.zone())
                                .toInstant(),
                        figures));
            }
        }
        return events;
    }

    /** One value for all days, or one for the hours of each. */
    private static List<IndexValue> published(Scenario.GivenValue given, LocalDate from, LocalDate to, ZoneId zone) {
        if (given.hours().isEmpty()) {
            return List.of(IndexValue.ofDays(from, to, zone, given.value()));
        }
        CalendarTest.Hours hours = given.hours().orElseThrow();
        int nextDay = hours.from().isBefore(hours.to()) ? 0 : 1;
        return from.datesUntil(to)
                .map(day -> new IndexValue(
                        day.atTime(hours.from()).atZone(zone).toInstant(),
                        day.plusDays(nextDay).atTime(hours.to()).atZone(zone).toInstant(),
                        given.value()))
                .toList();
    }

    private static List<IndexValue> indexValues(
            Declaration.Index index, LocalCalendar calendar, List<Step> givens, Agreement agreement) {
        List<IndexValue> values = new ArrayList<>();
        LocalDate end = agreement.settings().to().plusDays(1);
        for (Step step : givens) {
            if (step instanceof Scenario.GivenValue value && value.name().equals(index.name())) {
                LocalDate from = from(value, agreement);
                LocalDate to = value.over().map(days -> days.to().plusDays(1)).orElse(end);
                values.addAll(published(value, from, to, calendar.zone()));
            } else if (step instanceof Scenario.GivenSeries series
                    && series.name().equals(index.name())) {
                Grid spans = new Grid(series.from(), series.from().plusYears(100), calendar.zone(), series.every());
                for (int i = 0; i < series.values().size(); i++) {
                    values.add(new IndexValue(
                            spans.startOf(i),
                            spans.startOf(i + 1),
                            series.values().get(i)));
                }
            }
        }
        return values;
    }

    private static LocalDate from(Scenario.GivenValue value, Agreement agreement) {
        return value.from()
                .or(() -> value.over().map(Scenario.Days::from))
                .orElse(agreement.settings().from());
    }
}
