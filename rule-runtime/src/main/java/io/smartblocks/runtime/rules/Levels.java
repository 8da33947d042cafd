package io.smartblocks.runtime.rules;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.agreement.Condition;
import io.smartblocks.dsl.agreement.Expr;
import io.smartblocks.dsl.agreement.Level;
import io.smartblocks.dsl.agreement.Term;

/** Which expressions have a value for each reading. */
final class Levels {

    private final Agreement agreement;

    Levels(Agreement agreement) {
        this.agreement = agreement;
    }

    Term term(String name) {
        return agreement.terms().stream()
                .filter(term -> term.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new CannotPlan(name, "the agreement defines no " + name));
    }

    boolean isPerReading(Expr expr) {
        if (expr instanceof Expr.Reference reference) {
            return isPerReading(reference);
        } else if (expr instanceof Expr.Arithmetic join) {
            return isPerReading(join.left()) || isPerReading(join.right());
        } else if (expr instanceof Expr.Pick pick) {
            return isPerReading(pick.left()) || isPerReading(pick.right());
        } else if (expr instanceof Expr.Excess excess) {
            return isPerReading(excess.amount()) || isPerReading(excess.over());
        } else if (expr instanceof Expr.ForEach each) {
            return isPerReading(each.value()) || isPerReading(each.amount()) || isPerReading(each.step());
        }
        return false;
    }

    private boolean isPerReading(Expr.Reference reference) {
        return switch (reference.kind()) {
            case METER, INDEX, BASELINE, ADJUSTMENT, EVENT_FIGURE -> true;
            case TERM -> term(reference.name()).level() instanceof Level.PerReading;
            case FACT, PARAMETER -> false;
        };
    }

    /** True if a condition can only be answered reading by reading. */
    boolean isPerReading(Condition condition) {
        if (condition instanceof Condition.Compare compare) {
            return isPerReading(compare.left()) || isPerReading(compare.right());
        } else if (condition instanceof Condition.Between between) {
            return isPerReading(between.value()) || isPerReading(between.low()) || isPerReading(between.high());
        } else if (condition instanceof Condition.And and) {
            return and.parts().stream().anyMatch(this::isPerReading);
        } else if (condition instanceof Condition.Or or) {
            return or.parts().stream().anyMatch(this::isPerReading);
        } else if (condition instanceof Condition.Not not) {
            return isPerReading(not.condition());
        }
        return false;
    }
}
