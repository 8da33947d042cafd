package io.smartblocks.dsl.checks;

import io.smartblocks.dsl.agreement.Expr;
import io.smartblocks.dsl.agreement.Limit;
import io.smartblocks.dsl.agreement.Term;
import io.smartblocks.dsl.agreement.Value;
import io.smartblocks.dsl.units.Exact;
import java.math.RoundingMode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds the terms that are always whole multiples of the smallest amount that is paid. */
final class WholeMoney {

    private final List<Term> all;
    private final Exact step;
    private final Set<String> whole = new HashSet<>();

    WholeMoney(List<Term> all, Exact step) {
        this.all = all;
        this.step = step;
    }

    /** The largest set in which each term is whole if those that it uses are. */
    Set<String> terms() {
        all.forEach(term -> whole.add(term.name()));
        boolean fewer = true;
        while (fewer) {
            fewer = false;
            for (Term term : all) {
                fewer |= whole.contains(term.name()) && !isWhole(term) && whole.remove(term.name());
            }
        }
        return whole;
    }

    private boolean isWhole(Term term) {
        boolean is =
                isWhole(term.value()) && term.startingAt().map(this::isWhole).orElse(true);
        for (Limit limit : term.limits()) {
            if (limit instanceof Limit.Rounded rounded) {
                is = isMultiple(rounded.rounding().step().value());
            } else if (limit instanceof Limit.AtLeast least) {
                is &= isWhole(least.bound());
            } else {
                is &= limit instanceof Limit.AtMost most && isWhole(most.bound());
            }
        }
        return is;
    }

    private boolean isWhole(Value value) {
        if (value instanceof Value.Plain plain) {
            return isWhole(plain.expr());
        }
        return value instanceof Value.Cases cases
                && cases.arms().stream().allMatch(arm -> isWhole(arm.expr()))
                && isWhole(cases.otherwise());
    }

    private boolean isWhole(Expr expr) {
        if (expr instanceof Expr.Constant constant) {
            return isMultiple(constant.value());
        }
        if (expr instanceof Expr.Reference reference) {
            return reference.kind() == Expr.Reference.Kind.TERM && whole.contains(reference.name());
        }
        if (expr instanceof Expr.Previous previous) {
            return whole.contains(previous.term());
        }
        if (expr instanceof Expr.Pick pick) {
            return isWhole(pick.left()) && isWhole(pick.right());
        }
        if (expr instanceof Expr.Excess excess) {
            return isWhole(excess.amount()) && isWhole(excess.over());
        }
        return expr instanceof Expr.AmountDue || expr instanceof Expr.Arithmetic sum && isWhole(sum);
    }

    private boolean isWhole(Expr.Arithmetic sum) {
        return switch (sum.operator()) {
            case PLUS, MINUS -> isWhole(sum.left()) && isWhole(sum.right());
            case TIMES -> isCount(sum.left()) && isWhole(sum.right()) || isWhole(sum.left()) && isCount(sum.right());
            case DIVIDED_BY -> false;
        };
    }

    private static boolean isCount(Expr expr) {
        return expr instanceof Expr.Constant constant
                && constant.value().equals(constant.value().roundedTo(Exact.ONE, RoundingMode.DOWN));
    }

    private boolean isMultiple(Exact value) {
        return value.equals(value.roundedTo(step, RoundingMode.DOWN));
    }
}
