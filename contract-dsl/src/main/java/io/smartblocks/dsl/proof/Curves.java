package io.smartblocks.dsl.proof;

import static io.smartblocks.dsl.proof.Formula.all;
import static io.smartblocks.dsl.proof.Formula.any;
import static io.smartblocks.dsl.proof.Formula.atMost;
import static io.smartblocks.dsl.proof.Formula.below;
import static io.smartblocks.dsl.proof.Formula.equal;

import io.smartblocks.dsl.agreement.Rounding;
import io.smartblocks.dsl.units.Exact;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** The unknowns that no linear formula describes: products, quotients, roundings and whole steps. */
final class Curves {

    private static final Linear ZERO = Linear.of(Exact.ZERO);

    private final List<Curve> curves = new ArrayList<>();

    /** One such unknown. */
    private sealed interface Curve {
        boolean isMet(Search.Model model);

        /** Linear formulas that keep the curve near a model: one of two ways, tried in turn. */
        List<Formula> near(Search.Model model, int attempt);
    }

    /** {@code result * divisor = left}, or {@code result = left * right}, whatever stands for the three. */
    private record Product(Linear result, Linear left, Linear right) implements Curve {
        @Override
        public boolean isMet(Search.Model model) {
            return result.at(model.values()).equals(left.at(model.values()).times(right.at(model.values())));
        }

        @Override
        public List<Formula> near(Search.Model model, int attempt) {
            Linear fixed = attempt % 2 == 0 ? right : left;
            Linear other = attempt % 2 == 0 ? left : right;
            Exact value = fixed.at(model.values());
            return List.of(equal(fixed, Linear.of(value)), equal(result, other.times(value)));
        }
    }

    /** A value rounded. */
    private record Rounded(Linear result, Linear value, Exact step, RoundingMode mode) implements Curve {
        @Override
        public boolean isMet(Search.Model model) {
            return result.at(model.values()).equals(value.at(model.values()).roundedTo(step, mode));
        }

        @Override
        public List<Formula> near(Search.Model model, int attempt) {
            Exact exact = value.at(model.values());
            if (attempt % 2 == 0) {
                return List.of(equal(value, Linear.of(exact)), equal(result, Linear.of(exact.roundedTo(step, mode))));
            }
            Linear whole = Linear.of(exact.roundedTo(step, mode));
            return List.of(equal(value, whole), equal(result, whole));
        }
    }

    /** The product of two sums; its sign follows from theirs. */
    Formula product(Linear result, Linear left, Linear right) {
        curves.add(new Product(result, left, right));
        return signs(result, left, right, any(equal(left, ZERO), equal(right, ZERO)));
    }

    /** The quotient of two sums; the divisor is not zero, or nothing is settled. */
    Formula quotient(Linear result, Linear left, Linear divisor) {
        curves.add(new Product(left, result, divisor));
        return all(any(below(divisor, ZERO), below(ZERO, divisor)), signs(result, left, divisor, equal(left, ZERO)));
    }

    private static Formula signs(Linear result, Linear left, Linear right, Formula zero) {
        return any(
                all(below(ZERO, left), below(ZERO, right), below(ZERO, result)),
                all(zero, equal(result, ZERO)),
                all(below(left, ZERO), below(ZERO, right), below(result, ZERO)),
                all(below(ZERO, left), below(right, ZERO), below(result, ZERO)),
                all(below(left, ZERO), below(right, ZERO), below(ZERO, result)));
    }

    /** A rounded value lies within a step of the exact one, and on the same side of zero. */
    Formula rounded(Linear result, Linear value, Rounding rounding) {
        Exact step = rounding.step().value();
        curves.add(new Rounded(result, value, step, rounding.mode()));
        Linear most = Linear.of(step);
        return all(
                atMost(result, value.plus(most)),
                atMost(value.minus(most), result),
                any(all(atMost(ZERO, value), atMost(ZERO, result)), all(below(value, ZERO), atMost(result, ZERO))));
    }

    /** The whole steps in a number of steps, never below zero. */
    Formula whole(Linear result, Linear number) {
        curves.add(new Rounded(result, number, Exact.ONE, RoundingMode.FLOOR));
        return any(
                all(atMost(ZERO, number), atMost(result, number), below(number, result.plus(Linear.of(Exact.ONE)))),
                all(below(number, ZERO), equal(result, ZERO)));
    }

    boolean areMet(Search.Model model) {
        return curves.stream().allMatch(curve -> curve.isMet(model));
    }

    List<Formula> near(Search.Model model, int attempt) {
        List<Formula> formulas = new ArrayList<>();
        curves.stream()
                .filter(curve -> !curve.isMet(model))
                .forEach(curve -> formulas.addAll(curve.near(model, attempt)));
        return formulas;
    }
}
