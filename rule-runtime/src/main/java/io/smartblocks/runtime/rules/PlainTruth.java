package io.smartblocks.runtime.rules;

import io.smartblocks.dsl.agreement.Condition;
import io.smartblocks.dsl.agreement.Expr;
import io.smartblocks.dsl.units.Exact;
import java.util.List;
import java.util.function.Function;

/** Answers conditions by walking the checked tree. */
final class PlainTruth {

    private final Ground ground;
    private final Function<Expr, Exact> figures;

    PlainTruth(Ground ground, Function<Expr, Exact> figures) {
        this.ground = ground;
        this.figures = figures;
    }

    Truth of(Condition condition) {
        if (condition instanceof Condition.Compare compare) {
            return compared(compare);
        } else if (condition instanceof Condition.Between between) {
            Exact value = figures.apply(between.value());
            return Truth.of(value.compareTo(figures.apply(between.low())) >= 0
                    && value.compareTo(figures.apply(between.high())) <= 0);
        } else if (condition instanceof Condition.ItIs itIs) {
            return WholePeriods.holds(itIs.test(), ground);
        } else if (condition instanceof Condition.And and) {
            return all(and.parts(), false);
        } else if (condition instanceof Condition.Or or) {
            return all(or.parts(), true).not();
        } else if (condition instanceof Condition.Not not) {
            return of(not.condition()).not();
        }
        return Truth.of(Lateness.is(ground, (Condition.ClauseIs) condition));
    }

    /** Whether all hold, or with {@code not} whether none does; the first that settles it ends the asking. */
    Truth all(List<Condition> parts, boolean not) {
        Truth truth = Truth.TRUE;
        for (Condition part : parts) {
            truth = truth == Truth.FALSE ? truth : truth.and(not ? of(part).not() : of(part));
        }
        return truth;
    }

    private Truth compared(Condition.Compare compare) {
        int order = figures.apply(compare.left()).compareTo(figures.apply(compare.right()));
        return Truth.of(
                switch (compare.relation()) {
                    case ABOVE -> order > 0;
                    case BELOW -> order < 0;
                    case AT_LEAST -> order >= 0;
                    case AT_MOST -> order <= 0;
                    case EQUAL_TO -> order == 0;
                });
    }
}
