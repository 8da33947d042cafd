package io.smartblocks.runtime.rules;

import io.smartblocks.dsl.agreement.Condition;
import io.smartblocks.dsl.agreement.Condition.Compare.Relation;
import io.smartblocks.dsl.agreement.Expr;
import io.smartblocks.dsl.agreement.Limit;
import io.smartblocks.dsl.agreement.Term;
import io.smartblocks.dsl.agreement.Value;
import java.util.List;

/** Turns expressions and conditions that have a value for each reading or event into series. */
final class SeriesLowering {

    private final Lowering lowering;
    private final String where;

    SeriesLowering(Lowering lowering, String where) {
        this.lowering = lowering;
        this.where = where;
    }

    Series series(Expr expr) {
        if (!lowering.levels().isPerReading(expr)) {
            return new Series.Flat(lowering.figure(expr));
        } else if (expr instanceof Expr.Reference reference) {
            return reference(reference);
        } else if (expr instanceof Expr.Arithmetic arithmetic) {
            return arithmetic(arithmetic);
        } else if (expr instanceof Expr.Pick pick) {
            Figure.Operation operation = pick.lesser() ? Figure.Operation.MIN : Figure.Operation.MAX;
            return new Series.Join(operation, series(pick.left()), series(pick.right()));
        } else if (expr instanceof Expr.Excess excess) {
            return new Series.Join(Figure.Operation.EXCESS, series(excess.amount()), series(excess.over()));
        } else if (expr instanceof Expr.EnergyOf energy) {
            return new Series.Join(Figure.Operation.TIMES, series(energy.power()), new Series.Hours());
        }
        Expr.ForEach each = (Expr.ForEach) expr;
        Series steps =
                new Series.Steps(each.full(), series(each.amount()), lowering.figure(each.step()), lowering.place());
        return new Series.Join(Figure.Operation.TIMES, series(each.value()), steps);
    }

    Ask ask(Condition condition) {
        if (condition instanceof Condition.ItIs itIs) {
            return new Ask.ItIs(itIs.test());
        } else if (condition instanceof Condition.Compare compare) {
            return new Ask.Compared(series(compare.left()), compare.relation(), series(compare.right()));
        } else if (condition instanceof Condition.Between between) {
            Series value = series(between.value());
            return new Ask.Combined(
                    "all",
                    List.of(
                            new Ask.Compared(value, Relation.AT_LEAST, series(between.low())),
                            new Ask.Compared(value, Relation.AT_MOST, series(between.high()))));
        } else if (condition instanceof Condition.And and) {
            return new Ask.Combined("all", and.parts().stream().map(this::ask).toList());
        } else if (condition instanceof Condition.Or or) {
            return new Ask.Combined("any", or.parts().stream().map(this::ask).toList());
        } else if (condition instanceof Condition.Not not) {
            return new Ask.Combined("not", List.of(ask(not.condition())));
        }
        throw new CannotPlan(where, "what happened to a clause cannot be asked for each reading");
    }

    private Series reference(Expr.Reference reference) {
        return switch (reference.kind()) {
            case METER -> new Series.Reading(reference.name(), reference.unit().scale());
            case BASELINE ->
                new Series.Reading(reference.name(), reference.unit().scale());
            case EVENT_FIGURE -> new Series.OfEvent(lowering.event(reference.name()), reference.name());
            case INDEX -> new Series.InForce(reference.name());
            default -> term(lowering.levels().term(reference.name()));
        };
    }

    private Series term(Term term) {
        if (term.value() instanceof Value.Plain plain) {
            return limited(series(plain.expr()), term.limits());
        }
        Value.Cases cases = (Value.Cases) term.value();
        List<SeriesCases.Arm> arms = cases.arms().stream()
                .map(arm -> new SeriesCases.Arm(ask(arm.when()), series(arm.expr())))
                .toList();
        return limited(new SeriesCases(arms, series(cases.otherwise())), term.limits());
    }

    private Series limited(Series series, List<Limit> limits) {
        Series result = series;
        for (Limit limit : limits) {
            if (limit instanceof Limit.AtLeast least) {
                result = new Series.Join(Figure.Operation.MAX, result, series(least.bound()));
            } else if (limit instanceof Limit.AtMost most && most.inEach().isEmpty()) {
                result = new Series.Join(Figure.Operation.MIN, result, series(most.bound()));
            } else if (limit instanceof Limit.Rounded rounded) {
                Figure step = lowering.parameter(rounded.rounding().step());
                result = new Series.Rounded(result, rounded.rounding().mode(), step);
            } else if (limit instanceof Limit.Rising rising) {
                Series factor = new Series.Flat(lowering.raised(rising));
                result = new Series.Join(Figure.Operation.TIMES, result, factor);
            } else {
                throw new CannotPlan(where, "a cap in each longer period cannot limit a reading");
            }
        }
        return result;
    }

    private Series arithmetic(Expr.Arithmetic expr) {
        Series left = series(expr.left());
        Series right = series(expr.right());
        return switch (expr.operator()) {
            case PLUS -> new Series.Join(Figure.Operation.PLUS, left, right);
            case MINUS -> new Series.Join(Figure.Operation.MINUS, left, right);
            case TIMES -> new Series.Join(Figure.Operation.TIMES, left, right);
            case DIVIDED_BY -> new Series.Quotient(left, right, lowering.place());
        };
    }
}
