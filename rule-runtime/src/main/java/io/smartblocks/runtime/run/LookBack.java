package io.smartblocks.runtime.run;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.agreement.Declaration;
import io.smartblocks.dsl.agreement.Expr;
import io.smartblocks.dsl.agreement.GapRule;
import io.smartblocks.dsl.agreement.TimeSpan;
import io.smartblocks.dsl.agreement.Window;
import io.smartblocks.runtime.metering.Periods;
import io.smartblocks.runtime.settlement.SettlementPeriod;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How far before a period an agreement's terms and missing-data rules read. */
final class LookBack {

    private final Map<String, Declaration.Period> periods;
    private final List<Window> windows;
    private final Map<String, List<GapRule.Estimate>> estimates;
    private final boolean usesAmountsDue;

    LookBack(Agreement agreement) {
        periods = agreement.periods().stream().collect(Collectors.toMap(Declaration.Period::name, Function.identity()));
        windows = AgreementParts.of(agreement, Window.class);
        estimates = agreement.meters().stream()
                .collect(Collectors.toMap(Declaration.Meter::name, meter -> estimatesFor(agreement, meter.name())));
        usesAmountsDue = !AgreementParts.of(agreement, Expr.AmountDue.class).isEmpty();
    }

    /** True if a term reads what earlier documents said. */
    boolean usesAmountsDue() {
        return usesAmountsDue;
    }

    /** The first local day of which a meter's readings can matter for the period. */
    LocalDate readingsFrom(Declaration.Meter meter, SettlementPeriod period) {
        LocalDate from = windowsFrom(period);
        if (isLongerThanADay(meter.every())) {
            return from;
        }
        return estimates.get(meter.name()).stream()
                .map(estimate -> before(period.from(), estimate))
                .reduce(from, LookBack::earlier);
    }

    /** The first local day of which an index value can matter for the period. */
    LocalDate windowsFrom(SettlementPeriod period) {
        return windows.stream().map(window -> start(window, period)).reduce(period.from(), LookBack::earlier);
    }

    private LocalDate start(Window window, SettlementPeriod period) {
        Periods all = new Periods(periods.get(window.period()));
        return all.start(all.numberAt(period.from()) - window.previous());
    }

    private static List<GapRule.Estimate> estimatesFor(Agreement agreement, String meter) {
        return agreement.gapRules().stream()
                .filter(rule -> rule.meters().contains(meter))
                .flatMap(rule -> rule.arms().stream())
                .flatMap(arm -> arm.estimate().stream())
                .toList();
    }

    /** Like days may lie weeks back when working days, weekends and holidays are told apart. */
    private static LocalDate before(LocalDate day, GapRule.Estimate estimate) {
        if (estimate instanceof GapRule.Estimate.LikeDays like) {
            return day.minusWeeks(like.days() + 4L);
        }
        if (estimate instanceof GapRule.Estimate.PreviousAverage average) {
            return before(day, average.span());
        }
        if (estimate instanceof GapRule.Estimate.PreviousYear year) {
            return before(day.minusYears(1), year.span());
        }
        return day.minusDays(1);
    }

    private static LocalDate before(LocalDate day, TimeSpan span) {
        return switch (span.unit()) {
            case MINUTE -> day.minusDays(1L + span.count() / (24 * 60));
            case HOUR -> day.minusDays(1L + span.count() / 24);
            case DAY, WORKING_DAY -> day.minusDays(2L * span.count());
            case WEEK -> day.minusWeeks(span.count());
            case MONTH -> day.minusMonths(span.count());
            case YEAR -> day.minusYears(span.count());
        };
    }

    private static boolean isLongerThanADay(TimeSpan every) {
        return Stream.of(TimeSpan.Unit.WEEK, TimeSpan.Unit.MONTH, TimeSpan.Unit.YEAR)
                        .anyMatch(every.unit()::equals)
                || every.unit() == TimeSpan.Unit.DAY && every.count() > 1;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
