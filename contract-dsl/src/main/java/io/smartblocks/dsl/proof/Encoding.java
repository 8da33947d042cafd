package io.smartblocks.dsl.proof;

import static io.smartblocks.dsl.proof.Formula.all;
import static io.smartblocks.dsl.proof.Formula.any;
import static io.smartblocks.dsl.proof.Formula.atMost;
import static io.smartblocks.dsl.proof.Formula.equal;

import io.smartblocks.dsl.agreement.Condition;
import io.smartblocks.dsl.agreement.Expr;
import io.smartblocks.dsl.agreement.Expr.Arithmetic.Operator;
import io.smartblocks.dsl.units.Exact;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Turns conditions into formulas over unknowns: what the text computes into sums and alternatives, the rest into inputs. */
final class Encoding {

    private static final Linear ZERO = Linear.of(Exact.ZERO);

    private final Definitions definitions;
    private final Inputs inputs;
    private final Totals totals;
    private final Curves curves = new Curves();
    private final Map<List<Object>, Linear> results = new HashMap<>();
    private final Map<Expr, Integer> numbers = new LinkedHashMap<>();
    private final List<Formula> sides = new ArrayList<>();
    private int unknowns;
    private final First first = new First();
    private boolean vague;

    /** Opens definitions {@code depth} deep; {@code ordinary} takes inputs for zero or more. */
    Encoding(Known known, int depth, Optional<Predicate<Expr>> ordinary) {
        this.definitions = new Definitions(this, known, depth);
        this.inputs = new Inputs(this, known, ordinary);
        this.totals = new Totals(this, known);
    }

    /** What holds beside the conditions: what the unknowns are, and what bounds them. */
    List<Formula> sides() {
        List<Formula> whole = new ArrayList<>(sides);
        whole.addAll(inputs.together());
        return whole;
    }

    Curves curves() {
        return curves;
    }

    /** The inputs met, each with its unknown. */
    Map<Expr, Integer> met() {
        return numbers;
    }

    /** True if something was left open that a scenario cannot give, so that no example can be trusted. */
    boolean isVague() {
        return vague;
    }

    void beVague() {
        vague = true;
    }

    /** Says what holds in the first periods of the agreement, which an example may be of. */
    void atFirst(Formula formula) {
        first.add(formula);
    }

    First first() {
        return first;
    }

    void require(Formula formula) {
        sides.add(formula);
    }

    Linear fresh() {
        return Linear.unknown(unknowns++);
    }

    /** The unknown of a figure that nothing in the text computes. */
    Linear input(Expr expr) {
        Integer before = numbers.get(expr);
        if (before != null) {
            return Linear.unknown(before);
        }
        numbers.put(expr, unknowns);
        Linear unknown = fresh();
        inputs.bound(expr, unknown);
        return unknown;
    }

    Linear sum(Expr expr) {
        if (expr instanceof Expr.Constant constant) {
            return Linear.of(constant.value());
        }
        if (expr instanceof Expr.Reference reference && reference.kind() == Expr.Reference.Kind.TERM) {
            return definitions.of(reference);
        }
        if (expr instanceof Expr.Arithmetic arithmetic) {
            return arithmetic(arithmetic.operator(), sum(arithmetic.left()), sum(arithmetic.right()));
        }
        if (expr instanceof Expr.Pick pick) {
            return pick(pick.lesser(), sum(pick.left()), sum(pick.right()));
        }
        if (expr instanceof Expr.Excess excess) {
            return pick(false, ZERO, sum(excess.amount()).minus(sum(excess.over())));
        }
        if (expr instanceof Expr.ForEach each) {
            return forEach(each);
        }
        return expr instanceof Expr.Aggregate aggregate
                ? totals.of(aggregate).orElseGet(() -> input(expr))
                : input(expr);
    }

    private Linear forEach(Expr.ForEach each) {
        Linear number = arithmetic(Operator.DIVIDED_BY, sum(each.amount()), sum(each.step()));
        if (each.full()) {
            Linear steps = number;
            number = known("whole", List.of(steps), whole -> curves.whole(whole, steps));
        }
        return arithmetic(Operator.TIMES, sum(each.value()), number);
    }

    private Linear arithmetic(Operator operator, Linear left, Linear right) {
        return switch (operator) {
            case PLUS -> left.plus(right);
            case MINUS -> left.minus(right);
            case TIMES -> times(left, right);
            case DIVIDED_BY -> dividedBy(left, right);
        };
    }

    Linear times(Linear left, Linear right) {
        if (left.isFigure()) {
            return right.times(left.figure());
        }
        return right.isFigure()
                ? left.times(right.figure())
                : known("product", List.of(left, right), result -> curves.product(result, left, right));
    }

    private Linear dividedBy(Linear left, Linear right) {
        if (right.isFigure()) {
            return right.figure().signum() == 0 ? fresh() : left.times(Exact.ONE.dividedBy(right.figure()));
        }
        return known("quotient", List.of(left, right), result -> curves.quotient(result, left, right));
    }

    /** True if an expression is zero or more in what is asked about. */
    boolean isUsuallyNotNegative(Expr expr) {
        return inputs.isNotNegative(expr);
    }

    Linear pick(boolean lesser, Linear left, Linear right) {
        if (left.equals(right)) {
            return left;
        }
        return known(lesser ? "lesser" : "greater", List.of(left, right), result -> {
            Formula toLeft = lesser ? atMost(result, left) : atMost(left, result);
            Formula toRight = lesser ? atMost(result, right) : atMost(right, result);
            return all(toLeft, toRight, any(equal(result, left), equal(result, right)));
        });
    }

    /** The result of an operation, the same unknown wherever the same is asked. */
    Linear known(String operation, List<Linear> operands, Function<Linear, Formula> formula) {
        List<Object> key = new ArrayList<>(operands);
        key.add(operation);
        Linear before = results.get(key);
        if (before != null) {
            return before;
        }
        Linear result = fresh();
        results.put(key, result);
        require(formula.apply(result));
        return result;
    }

    /** The formula of a condition. */
    Formula formula(Condition condition) {
        if (condition instanceof Condition.Compare compare) {
            return compared(compare.relation(), sum(compare.left()), sum(compare.right()));
        }
        if (condition instanceof Condition.Between between) {
            Linear value = sum(between.value());
            return all(atMost(sum(between.low()), value), atMost(value, sum(between.high())));
        }
        if (condition instanceof Condition.And and) {
            return new Formula.All(and.parts().stream().map(this::formula).toList());
        }
        if (condition instanceof Condition.Or or) {
            return new Formula.Any(or.parts().stream().map(this::formula).toList());
        }
        if (condition instanceof Condition.Not not) {
            return Formula.not(formula(not.condition()));
        }
        return new Formula.Fact(condition instanceof Condition.ItIs itIs ? itIs.test() : condition, true);
    }

    private static Formula compared(Condition.Compare.Relation relation, Linear left, Linear right) {
        return switch (relation) {
            case ABOVE -> Formula.below(right, left);
            case BELOW -> Formula.below(left, right);
            case AT_LEAST -> atMost(right, left);
            case AT_MOST -> atMost(left, right);
            case EQUAL_TO -> equal(left, right);
        };
    }
}
