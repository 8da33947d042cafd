package io.smartblocks.runtime.rules;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.agreement.Declaration;
import io.smartblocks.dsl.agreement.Expr;
import io.smartblocks.dsl.agreement.Expr.Aggregate;
import io.smartblocks.dsl.agreement.TimeSpan;
import io.smartblocks.dsl.units.Exact;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Turns the expressions that only evidence can answer into demands. */
final class Demands {

    private final Agreement agreement;
    private final Lowering lowering;
    private final String where;

    Demands(Agreement agreement, Lowering lowering, String where) {
        this.agreement = agreement;
        this.lowering = lowering;
        this.where = where;
    }

    Demand of(Expr expr) {
        if (expr instanceof Expr.Aggregate aggregate) {
            return aggregate(aggregate);
        } else if (expr instanceof Expr.CalendarCount count) {
            return new Counting.Length(count.count(), count.during(), count.before(), count.from());
        } else if (expr instanceof Expr.HoursDuring hours) {
            return hours(hours);
        } else if (expr instanceof Expr.ValueAt value) {
            return new Lookup.IndexOn(value.index(), value.moment());
        } else if (expr instanceof Expr.Previous previous) {
            Optional<Figure> start =
                    lowering.levels().term(previous.term()).startingAt().map(lowering::figure);
            return new Lookup.Previous(previous.term(), start);
        } else if (expr instanceof Expr.AmountDue due) {
            return new Account(
                    party(due.party()),
                    due.clauses(),
                    due.withVat(),
                    due.over().isPresent(),
                    due.over().orElse(""));
        } else if (expr instanceof Expr.IndexLate late) {
            return new Lookup.IndexLate(late.index(), late.clause(), late.onDueDay());
        } else if (expr instanceof Expr.TimeLate late) {
            return new Counting.DaysLate(late.clause());
        } else if (expr instanceof Expr.DegreeHours degrees) {
            return degreeHours(degrees);
        } else if (expr instanceof Expr.EventCount count) {
            return new Aggregation(Aggregate.Kind.TOTAL, new Series.Once(count.event()), count.during(), count.over());
        }
        throw new CannotPlan(where, "this engine does not know how to take " + expr);
    }

    private Demand degreeHours(Expr.DegreeHours degrees) {
        SeriesLowering lowered = new SeriesLowering(lowering, where);
        Series of = lowered.series(degrees.of());
        Series bound = lowered.series(degrees.bound());
        Series distance = degrees.below()
                ? new Series.Join(Figure.Operation.EXCESS, bound, of)
                : new Series.Join(Figure.Operation.EXCESS, of, bound);
        Series each = new Series.Join(Figure.Operation.TIMES, distance, new Series.Hours());
        return new Aggregation(Aggregate.Kind.TOTAL, each, degrees.during(), degrees.over());
    }

    /** The highest energy of an interval over its length; where all are of one length, only the highest is divided. */
    Figure power(Expr.HighestPower power) {
        Series series = new SeriesLowering(lowering, where).series(power.of());
        boolean energy = !power.of().unit().isCommensurableWith(power.unit());
        Optional<TimeSpan> every = Aggregation.metersOf(series).stream()
                .findFirst()
                .map(lowering::meter)
                .map(Declaration.Meter::every)
                .filter(span -> span.unit() == TimeSpan.Unit.MINUTE || span.unit() == TimeSpan.Unit.HOUR);
        boolean varying = energy && every.isEmpty();
        Series each = varying ? new Series.Quotient(series, new Series.Hours(), lowering.place()) : series;
        int block = power.each().isEmpty() ? 1 : block(every, power.each().get());
        Figure highest =
                lowering.input(new Aggregation(Aggregate.Kind.HIGHEST, each, power.during(), power.over(), block));
        if (varying || !energy && block == 1) {
            return highest;
        }
        long minutes = energy ? every.get().roughMinutes() * block : 60L * block;
        return new Figure.Join(
                Figure.Operation.TIMES, highest, lowering.parameter(Exact.of(60).dividedBy(Exact.of(minutes))));
    }

    /** How many readings make a block. */
    private int block(Optional<TimeSpan> every, TimeSpan each) {
        if (every.isEmpty() || each.roughMinutes() % every.get().roughMinutes() != 0) {
            throw new CannotPlan(where, "the readings do not add up to power in each " + each.words());
        }
        return Math.toIntExact(each.roughMinutes() / every.get().roughMinutes());
    }

    private Demand aggregate(Expr.Aggregate aggregate) {
        if (aggregate.of() instanceof Expr.Reference reference && reference.kind() == Expr.Reference.Kind.ADJUSTMENT) {
            boolean perDay = lowering.adjustment(reference.name()).isPerDay();
            return new Adjusted(reference.name(), perDay, aggregate.over());
        }
        if (lowering.levels().isPerReading(aggregate.of())) {
            Series series = new SeriesLowering(lowering, where).series(aggregate.of());
            Aggregation aggregation = new Aggregation(aggregate.kind(), series, aggregate.during(), aggregate.over());
            return aggregation;
        }
        String each = lowering.levels()
                .periodOf(aggregate.of())
                .orElseThrow(() -> new CannotPlan(
                        where,
                        "there is nothing to take the "
                                + aggregate.kind().name().toLowerCase(Locale.ROOT)
                                + " of over " + aggregate.over().period()));
        return new Across.Periods(aggregate.kind(), aggregate.of(), each, aggregate.during(), aggregate.over());
    }

    private Demand hours(Expr.HoursDuring hours) {
        Ask ask = new SeriesLowering(lowering, where).ask(hours.condition());
        Counting.HoursWhile demand = new Counting.HoursWhile(ask);
        if (demand.meters().isEmpty()) {
            throw new CannotPlan(where, "there are no readings whose hours could be counted; name a meter");
        }
        return demand;
    }

    private int party(String name) {
        List<String> names =
                agreement.parties().stream().map(party -> party.name()).toList();
        return names.indexOf(name);
    }
}
