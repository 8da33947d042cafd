package io.smartblocks.runtime.rules;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.agreement.Clause.Provision;
import io.smartblocks.dsl.agreement.Condition;
import io.smartblocks.dsl.agreement.Effect;
import io.smartblocks.dsl.agreement.Expr;
import io.smartblocks.dsl.agreement.Limit;
import io.smartblocks.dsl.agreement.Term;
import io.smartblocks.dsl.agreement.Value;
import io.smartblocks.dsl.units.Exact;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Settles the end of a period by walking the checked tree, without rules and strata: the measure by which the rules are
 * tested, and the way in which terms of other periods are re-evaluated, only those that are needed.
 */
final class PlainSettling {

    private final Ground ground;
    private final Agreement agreement;
    private final Plan plan;
    private final Map<Integer, Figured> terms = new HashMap<>();

    private PlainSettling(Ground ground, Plan plan) {
        this.ground = ground;
        this.agreement = ground.agreement();
        this.plan = plan;
    }

    static PlainSettling of(Ground ground) {
        return new PlainSettling(
                ground, Planning.of(ground.agreement(), ground.period()).plan());
    }

    /** The value of a term. */
    Figured figure(String name) {
        for (int slot = 0; slot < plan.terms().size(); slot++) {
            if (plan.where(slot, agreement).equals(name)) {
                return figure(slot);
            }
        }
        return Figured.not(problem("no-value", name + " has no value in " + ground.period(), name));
    }

    /** The payments at the end of the period, in the order of the text, or the problem in their place. */
    List<PaidLine> payments() {
        List<PaidLine> lines = new ArrayList<>();
        for (int i = 0; i < plan.sentences().size(); i++) {
            payment(i).ifPresent(lines::add);
        }
        return lines;
    }

    /** Why the settling stops. */
    static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Problem problem;

        private Stopped(Problem problem) {
            super(problem.message());
            this.problem = problem;
        }

        Problem problem() {
            return problem;
        }
    }

    private Figured figure(int slot) {
        Figured known = terms.get(slot);
        if (known == null) {
            try {
                known = Figured.of(term(slot));
            } catch (Stopped e) {
                known = Figured.not(e.problem());
            }
            terms.put(slot, known);
        }
        return known;
    }

    private Exact term(int slot) {
        Term term = agreement.terms().get(plan.terms().get(slot));
        List<Effect.Instead> instead = plan.sentences().stream()
                .filter(sentence -> sentence.in(agreement).effect() instanceof Effect.Instead other
                        && other.term().equals(term.name())
                        && speaks(sentence))
                .map(sentence -> (Effect.Instead) sentence.in(agreement).effect())
                .toList();
        if (instead.size() > 1) {
            throw stop(
                    "exceptions-collide",
                    "more than one exception gives " + term.name() + " another value",
                    term.name());
        }
        return instead.isEmpty()
                ? limited(value(term.value(), term.name()), term.limits(), term.name())
                : limited(
                        value(instead.get(0).value(), term.name()),
                        instead.get(0).limits(),
                        term.name());
    }

    private Exact value(Value value, String where) {
        if (value instanceof Value.Plain plain) {
            return exact(plain.expr(), where);
        }
        Value.Cases cases = (Value.Cases) value;
        Map<Truth, List<Value.Arm>> arms =
                cases.arms().stream().collect(Collectors.groupingBy(arm -> truth(arm.when(), where)));
        List<Value.Arm> holding = arms.getOrDefault(Truth.TRUE, List.of());
        if (holding.size() > 1) {
            throw stop("overlapping-cases", "more than one case of " + where + " holds", where);
        }
        if (holding.isEmpty() && arms.containsKey(Truth.PARTLY)) {
            throw stop("partly", where + " asks what holds only for a part of the period", where);
        }
        return exact(holding.isEmpty() ? cases.otherwise() : holding.get(0).expr(), where);
    }

    private Exact limited(Exact value, List<Limit> limits, String where) {
        Exact result = value;
        for (Limit limit : limits) {
            if (limit instanceof Limit.AtLeast least) {
                result = result.max(exact(least.bound(), where));
            } else if (limit instanceof Limit.AtMost most) {
                result = result.min(exact(most.bound(), where));
            } else if (limit instanceof Limit.Rounded rounded) {
                result = result.roundedTo(
                        rounded.rounding().step().value(), rounded.rounding().mode());
            } else if (limit instanceof Limit.Rising rising) {
                int steps = ground.periods(rising.each()).numberAt(ground.from()) - 1;
                for (int i = 0; i < steps; i++) {
                    result = result.times(Exact.ONE.plus(rising.by().value()));
                }
            }
        }
        return result;
    }

    private Exact exact(Expr expr, String where) {
        if (expr instanceof Expr.Constant constant) {
            return constant.value();
        } else if (expr instanceof Expr.Reference reference && reference.kind() == Expr.Reference.Kind.TERM) {
            return got(figure(reference.name()));
        } else if (expr instanceof Expr.Arithmetic arithmetic) {
            return arithmetic(arithmetic, where);
        } else if (expr instanceof Expr.Pick pick) {
            Exact left = exact(pick.left(), where);
            Exact right = exact(pick.right(), where);
            return pick.lesser() ? left.min(right) : left.max(right);
        } else if (expr instanceof Expr.Excess excess) {
            return exact(excess.amount(), where)
                    .minus(exact(excess.over(), where))
                    .max(Exact.ZERO);
        } else if (expr instanceof Expr.ForEach each) {
            Exact steps = divided(exact(each.amount(), where), exact(each.step(), where), where);
            Exact counted = each.full() ? Exact.of(steps.max(Exact.ZERO).toDecimal(0, RoundingMode.FLOOR)) : steps;
            return exact(each.value(), where).times(counted);
        }
        return got(Probe.value(ground, plan, awaited(expr), expr, where, slot -> Optional.of(got(figure(slot)))));
    }

    private List<PaidLine> awaited(Expr expr) {
        List<PaidLine> lines = new ArrayList<>();
        if (expr instanceof Expr.AmountDue due) {
            for (int i = 0; i < plan.sentences().size(); i++) {
                if (due.clauses()
                        .contains(plan.sentences().get(i).clauseIn(agreement).number())) {
                    payment(i).ifPresent(lines::add);
                }
            }
        }
        return lines;
    }

    private Exact arithmetic(Expr.Arithmetic expr, String where) {
        Exact left = exact(expr.left(), where);
        Exact right = exact(expr.right(), where);
        return switch (expr.operator()) {
            case PLUS -> left.plus(right);
            case MINUS -> left.minus(right);
            case TIMES -> left.times(right);
            case DIVIDED_BY -> divided(left, right, where);
        };
    }

    private Exact divided(Exact left, Exact right, String where) {
        if (right.signum() == 0) {
            throw stop("division-by-zero", where + " divides by zero", where);
        }
        return left.dividedBy(right);
    }

    private Truth truth(Condition condition, String where) {
        return new PlainTruth(ground, expr -> exact(expr, where)).of(condition);
    }

    /** True if the guards of a sentence hold and no exception switches its clause off. */
    private boolean speaks(Sentence sentence) {
        boolean off = plan.sentences().stream()
                .anyMatch(other -> other.switchesOff().contains(sentence.clause()) && speaks(other));
        if (off) {
            return false;
        }
        String where = sentence.where(agreement);
        Provision provision = sentence.in(agreement);
        Truth all = new PlainTruth(ground, expr -> exact(expr, where)).all(provision.guards(), false);
        if (all.isPartly()) {
            throw stop("partly", where + " asks what holds only for a part of the period", where);
        }
        return all.holds();
    }

    private Optional<PaidLine> payment(int index) {
        Sentence sentence = plan.sentences().get(index);
        if (!(sentence.in(agreement).effect() instanceof Effect.Pay pay)
                || sentence.isDueByEvent(agreement)
                || !speaks(sentence)) {
            return Optional.empty();
        }
        String where = sentence.where(agreement);
        Exact amount = exact(pay.amount(), where);
        if (amount.signum() < 0) {
            throw stop("negative-payment", where + " would make a negative payment", where);
        }
        Exact step = agreement.settings().money().step().value();
        Exact rounded = amount.roundedTo(step, agreement.settings().money().mode());
        return rounded.signum() == 0
                ? Optional.empty()
                : Optional.of(new PaidLine(index, rounded.toDecimal(Settling.digits(step), RoundingMode.UNNECESSARY)));
    }

    private static Exact got(Figured figured) {
        if (figured.problem().isPresent()) {
            throw new Stopped(figured.problem().get());
        }
        return figured.value();
    }

    private static Stopped stop(String code, String message, String where) {
        return new Stopped(problem(code, message, where));
    }

    private static Problem problem(String code, String message, String where) {
        return new Problem(Problem.Kind.REFUSED, code, message, where, List.of());
    }
}
