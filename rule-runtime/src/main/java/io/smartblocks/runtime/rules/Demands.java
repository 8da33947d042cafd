package io.smartblocks.runtime.rules;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.agreement.CalendarTest;
import io.smartblocks.dsl.agreement.Declaration;
import io.smartblocks.dsl.agreement.Expr;
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
            new NotSettled(where).requireCountable(count);
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
        } else if (expr instanceof Expr.TimeLate late) {
            return new Counting.DaysLate(late.clause());
        }
        throw new CannotPlan(where, "this engine does not know how to take " + expr);
    }

    private Demand aggregate(Expr.Aggregate aggregate) {
        if (aggregate.of() instanceof Expr.Reference reference && reference.kind() == Expr.Reference.Kind.ADJUSTMENT) {
            boolean perDay = lowering.adjustment(reference.name()).isPerDay();
            return new Adjusted(reference.name(), perDay, aggregate.over());
        }
        if (lowering.levels().isPerReading(aggregate.of())) {
            Series series = new SeriesLowering(lowering, where).series(aggregate.of());
            Aggregation aggregation = new Aggregation(aggregate.kind(), series, aggregate.during(), aggregate.over());
            requireTellable(series, aggregation.during(), aggregation.meters());
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
        ask.tests(test -> new NotSettled(where).requireTellable(test, meters(demand.meters())));
        return demand;
    }

    private void requireTellable(Series series, Optional<CalendarTest> during, List<String> meters) {
        NotSettled notSettled = new NotSettled(where);
        during.ifPresent(test -> notSettled.requireTellable(test, meters(meters)));
        series.walk(part -> {
            if (part instanceof Series.Cases cases) {
                cases.arms().forEach(arm -> arm.when().tests(test -> notSettled.requireTellable(test, meters(meters))));
            }
        });
    }

    private List<Declaration.Meter> meters(List<String> names) {
        return names.stream().map(lowering::meter).toList();
    }

    private int party(String name) {
        List<String> names =
                agreement.parties().stream().map(party -> party.name()).toList();
        return names.indexOf(name);
    }
}
