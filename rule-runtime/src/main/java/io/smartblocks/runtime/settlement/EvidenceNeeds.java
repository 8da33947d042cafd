package io.smartblocks.runtime.settlement;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.agreement.Declaration;
import io.smartblocks.dsl.agreement.Expr;
import io.smartblocks.dsl.agreement.GapRule;
import io.smartblocks.dsl.agreement.Nodes;
import io.smartblocks.dsl.agreement.TimeSpan;
import io.smartblocks.dsl.agreement.Window;
import io.smartblocks.runtime.metering.Periods;
import java.time.LocalDate;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What must be gathered before a period can be settled: days of readings by meter (with those that estimates may look
 * back to), days of index values, facts, and the terms whose settled value of the period before is read.
 */
public record EvidenceNeeds(
        SortedMap<String, Days> meters,
        SortedMap<String, Days> indexes,
        SortedSet<String> facts,
        SortedSet<String> previous,
        LocalDate documentsFrom) {

    private static final int LIKE_DAYS_LOOK_BACK = 60;

    /** Local days, the last not included. */
    public record Days(LocalDate from, LocalDate to) {}

    /** What a period of an agreement needs. */
    public static EvidenceNeeds of(Agreement agreement, SettlementPeriod period) {
        LocalDate earliest = earliest(agreement, period);
        SortedMap<String, Days> meters = new TreeMap<>();
        for (Declaration.Meter meter : agreement.meters()) {
            meters.put(
                    meter.name(),
                    new Days(lookBack(agreement, meter, earliest), period.to().plusDays(1)));
        }
        SortedMap<String, Days> indexes = new TreeMap<>();
        agreement.indexes().forEach(index -> indexes.put(index.name(), new Days(earliest, period.to())));
        SortedSet<String> facts = new TreeSet<>();
        agreement.facts().forEach(fact -> facts.add(fact.name()));
        SortedSet<String> previous = new TreeSet<>();
        Nodes.within(agreement.terms(), Expr.Previous.class).forEach(each -> previous.add(each.term()));
        Nodes.within(agreement.clauses(), Expr.Previous.class).forEach(each -> previous.add(each.term()));
        return new EvidenceNeeds(meters, indexes, facts, previous, documentsFrom(agreement, period));
    }

    private static LocalDate earliest(Agreement agreement, SettlementPeriod period) {
        return Nodes.within(agreement.terms(), Window.class)
                .filter(window -> window.previous() > 0)
                .map(window -> start(agreement, window.period(), period.from(), window.previous()))
                .min(LocalDate::compareTo)
                .orElse(period.from());
    }

    private static LocalDate documentsFrom(Agreement agreement, SettlementPeriod period) {
        return Nodes.within(agreement.terms(), Expr.AmountDue.class)
                .flatMap(due -> due.over().stream())
                .map(over -> start(agreement, over, period.from(), 0))
                .min(LocalDate::compareTo)
                .orElse(period.from());
    }

    private static LocalDate start(Agreement agreement, String name, LocalDate day, int before) {
        Declaration.Period declared = agreement.periods().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
        Periods periods = new Periods(declared);
        return periods.start(periods.numberAt(day) - before);
    }

    private static LocalDate lookBack(Agreement agreement, Declaration.Meter meter, LocalDate from) {
        return agreement.gapRules().stream()
                .filter(rule -> rule.meters().contains(meter.name()))
                .flatMap(rule -> rule.arms().stream())
                .flatMap(arm -> arm.estimate().stream())
                .map(estimate -> lookBack(estimate, from))
                .min(LocalDate::compareTo)
                .orElse(from);
    }

    private static LocalDate lookBack(GapRule.Estimate estimate, LocalDate from) {
        if (estimate instanceof GapRule.Estimate.LikeDays) {
            return from.minusDays(LIKE_DAYS_LOOK_BACK);
        } else if (estimate instanceof GapRule.Estimate.PreviousYear) {
            return from.minusYears(1).minusDays(1);
        } else if (estimate instanceof GapRule.Estimate.PreviousAverage average) {
            return back(from, average.span());
        }
        return from.minusDays(1);
    }

    private static LocalDate back(LocalDate from, TimeSpan span) {
        return switch (span.unit()) {
            case MINUTE, HOUR -> from.minusDays(1L + span.roughMinutes() / 1_440);
            case DAY, WORKING_DAY -> from.minusDays(span.count());
            case WEEK -> from.minusWeeks(span.count());
            case MONTH -> from.minusMonths(span.count());
            case YEAR -> from.minusYears(span.count());
        };
    }
}
