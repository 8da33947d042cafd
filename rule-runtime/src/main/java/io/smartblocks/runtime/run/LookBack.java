package io.smartblocks.runtime.run;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.agreement.Clause;
import io.smartblocks.dsl.agreement.Condition;
import io.smartblocks.dsl.agreement.Declaration;
import io.smartblocks.dsl.agreement.Due;
import io.smartblocks.dsl.agreement.Expr;
import io.smartblocks.dsl.agreement.GapRule;
import io.smartblocks.dsl.agreement.Level;
import io.smartblocks.dsl.agreement.Nodes;
import io.smartblocks.runtime.metering.GapFilling;
import io.smartblocks.runtime.settlement.SettlementPeriod;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How far around a period an agreement's terms and missing-data rules read: back to the readings an estimate is made of,
 * and on to the reading at which a straight line ends.
 */
final class LookBack {

    /** How many days after a period a register's stand is looked for that ends a scaled estimate. */
    private static final int STAND_WITHIN_DAYS = 31;

    private final Windows windows;
    private final Map<String, List<GapRule.Arm>> arms;
    private final Map<String, List<GapRule.Arm>> scaled;
    private final List<Expr.ValueAt> values;
    private final Set<String> whileLate;
    private final Set<String> documentPeriods;
    private final boolean usesDocuments;
    private final boolean usesPrevious;
    private volatile @Nullable Reached latest;

    LookBack(Agreement agreement) {
        windows = new Windows(agreement);
        arms = agreement.meters().stream()
                .map(Declaration.Meter::name)
                .collect(Collectors.toMap(Function.identity(), meter -> armsFor(agreement, meter)));
        scaled = agreement.meters().stream()
                .map(Declaration.Meter::name)
                .collect(Collectors.toMap(Function.identity(), meter -> scaledTo(agreement, meter)));
        List<Object> parts = List.of(agreement.terms(), agreement.clauses());
        values = Nodes.within(parts, Expr.ValueAt.class).toList();
        whileLate = Nodes.within(parts, Expr.IndexLate.class)
                .map(Expr.IndexLate::index)
                .collect(Collectors.toUnmodifiableSet());
        List<Expr.AmountDue> amounts = Nodes.within(parts, Expr.AmountDue.class).toList();
        usesDocuments = !amounts.isEmpty()
                || Nodes.within(parts, Condition.ClauseIs.class).findAny().isPresent()
                || Nodes.within(parts, Due.Event.OfClause.class).findAny().isPresent();
        usesPrevious = Nodes.within(parts, Expr.Previous.class).findAny().isPresent();
        documentPeriods = agreement.clauses().stream()
                .filter(clause ->
                        amounts.stream().anyMatch(amount -> amount.clauses().contains(clause.number())))
                .flatMap(clause -> clause.provisions().stream())
                .map(Clause.Provision::level)
                .filter(Level.PerPeriod.class::isInstance)
                .map(level -> ((Level.PerPeriod) level).period())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** True if a term or clause reads what earlier documents said, or what became of it. */
    boolean usesDocuments() {
        return usesDocuments;
    }

    /** True if a term or clause reads what a term was in the period before. */
    boolean usesPrevious() {
        return usesPrevious;
    }

    /** The first local day that a figure of the period can look at. */
    LocalDate figuresFrom(SettlementPeriod period) {
        Reached known = latest;
        if (known == null
                || !known.from().equals(period.from())
                || !known.period().equals(period.name())) {
            known = new Reached(period.name(), period.from(), windows.earliest(period.name(), period.from()));
            latest = known;
        }
        return known.earliest();
    }

    /** How far back the figures of a period reach: asked for each meter and index. */
    private record Reached(String period, LocalDate from, LocalDate earliest) {}

    /** The names of the periods whose documents a term reads. */
    Set<String> documentPeriods() {
        return documentPeriods;
    }

    /** The first local day of which a meter's readings can matter for the period. */
    LocalDate readingsFrom(Declaration.Meter meter, SettlementPeriod period) {
        LocalDate from = figuresFrom(period);
        LocalDate wanted = arms(meter).map(arm -> reach(from, arm)).reduce(from, Windows::earlier);
        int intervals = 0;
        while (from.minus(Reaches.step(meter).multipliedBy(intervals)).isAfter(wanted)) {
            intervals++;
        }
        return from.minus(Reaches.step(meter).multipliedBy(intervals));
    }

    /** The local day before which all readings lie that can matter for the period. */
    LocalDate readingsTo(Declaration.Meter meter, SettlementPeriod period) {
        boolean onwards = readsBehind(meter);
        LocalDate longest = arms(meter)
                .map(arm -> period.to().plus(onwards(arm)))
                .reduce(period.to(), (one, other) -> one.isBefore(other) ? other : one);
        int intervals = onwards ? 1 : 0;
        while (onwards
                && period.to().plus(Reaches.step(meter).multipliedBy(intervals)).isBefore(longest)) {
            intervals++;
        }
        return period.to().plus(Reaches.step(meter).multipliedBy(intervals));
    }

    /** How many days after a period's end its readings reach at most. */
    int readsOn(Declaration.Meter meter) {
        int longest =
                arms(meter).mapToInt(arm -> Reaches.atMost(onwards(arm))).max().orElse(0);
        return readsBehind(meter) ? Reaches.atMost(Reaches.step(meter)) + longest : 0;
    }

    /** True if some value of an index is that of a day that every period looks up. */
    boolean looksUpFixedDays(Declaration.Index index) {
        return values.stream()
                .filter(value -> value.index().equals(index.name()))
                .anyMatch(value -> value.moment() instanceof Expr.ValueAt.Moment.On);
    }

    /** The first local day of which a value of an index can matter for the period. */
    LocalDate valuesFrom(Declaration.Index index, SettlementPeriod period) {
        return values.stream()
                .filter(value -> value.index().equals(index.name()))
                .map(Expr.ValueAt::moment)
                .filter(Expr.ValueAt.Moment.On.class::isInstance)
                .map(moment -> ((Expr.ValueAt.Moment.On) moment).date())
                .reduce(figuresFrom(period), Windows::earlier);
    }

    /** The local day before which all values of an index start that can matter for the period. */
    LocalDate valuesTo(Declaration.Index index, SettlementPeriod period) {
        return values.stream()
                .filter(value -> value.index().equals(index.name()))
                .map(Expr.ValueAt::moment)
                .filter(Expr.ValueAt.Moment.On.class::isInstance)
                .map(moment -> ((Expr.ValueAt.Moment.On) moment).date().plusDays(1))
                .reduce(period.to(), (one, other) -> one.isBefore(other) ? other : one);
    }

    /** True if values of an index count for as long as something is late, so of days long after its period. */
    boolean readsWhileLate(Declaration.Index index) {
        return whileLate.contains(index.name());
    }

    private static List<GapRule.Arm> armsFor(Agreement agreement, String meter) {
        return agreement.gapRules().stream()
                .filter(rule -> rule.meters().contains(meter))
                .flatMap(rule -> rule.arms().stream())
                .toList();
    }

    /** The arms by which a register scales the estimates of other meters. */
    private static List<GapRule.Arm> scaledTo(Agreement agreement, String register) {
        return agreement.gapRules().stream()
                .flatMap(rule -> rule.arms().stream())
                .filter(arm -> arm.estimate()
                        .filter(estimate -> estimate instanceof GapRule.Estimate.LikeDays like
                                && like.scaledTo().equals(Optional.of(register)))
                        .isPresent())
                .toList();
    }

    private boolean readsBehind(Declaration.Meter meter) {
        return arms(meter).flatMap(arm -> arm.estimate().stream()).anyMatch(LookBack::readsOn);
    }

    private Stream<GapRule.Arm> arms(Declaration.Meter meter) {
        return Stream.concat(arms.get(meter.name()).stream(), scaled.get(meter.name()).stream());
    }

    /** A straight line ends at a reading after the gap, and a scaled estimate at a stand after it. */
    private static boolean readsOn(GapRule.Estimate estimate) {
        return estimate instanceof GapRule.Estimate.StraightLine
                || estimate instanceof GapRule.Estimate.LikeDays like
                        && like.scaledTo().isPresent();
    }

    private static Period onwards(GapRule.Arm arm) {
        Period span = arm.upTo().map(Reaches::days).orElse(Period.ZERO);
        boolean scales = arm.estimate()
                .filter(GapRule.Estimate.LikeDays.class::isInstance)
                .filter(LookBack::readsOn)
                .isPresent();
        return scales ? span.plusDays(STAND_WITHIN_DAYS) : span;
    }

    /** A gap may begin before the period by as much as its arm allows, and its estimate looks back from there. */
    private static LocalDate reach(LocalDate day, GapRule.Arm arm) {
        LocalDate start = arm.upTo().map(span -> day.minus(Reaches.days(span))).orElse(day.minusDays(1));
        return arm.estimate().map(estimate -> before(start, estimate)).orElse(start);
    }

    private static LocalDate before(LocalDate day, GapRule.Estimate estimate) {
        if (estimate instanceof GapRule.Estimate.LikeDays) {
            return day.minusDays(GapFilling.LIKE_DAYS_WITHIN);
        }
        if (estimate instanceof GapRule.Estimate.PreviousAverage average) {
            return day.minus(Reaches.days(average.span()));
        }
        if (estimate instanceof GapRule.Estimate.PreviousYear) {
            return day.minusYears(1).minusDays(1);
        }
        return day.minusDays(1);
    }
}
