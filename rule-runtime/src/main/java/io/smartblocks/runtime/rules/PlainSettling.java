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
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Settles the end of a period by walking the checked tree, without rules and strata: the measure by which the rules are
 * tested, and the way in which terms of other periods are re-evaluated, only those that are needed.
 */
final class PlainSettling {

    private final Ground ground;
    private final Agreement agreement;
    private final Plan plan;
    private final Revaluation others;
    private final Map<String, Figured> terms = new HashMap<>();
    private final Map<Expr, Figured> values = new IdentityHashMap<>();
    private final PlainOwing owing;

    /** A period by its ground, with the others that it may look back at. */
    PlainSettling(Ground ground, Plan plan, Revaluation others) {
        this.ground = ground;
        this.agreement = ground.agreement();
        this.plan = plan;
        this.others = others;
        this.owing = new PlainOwing(this, plan, others);
    }

    static PlainSettling of(Ground ground) {
        Plan plan = Planning.of(ground.agreement(), ground.period()).plan();
        return new PlainSettling(ground, plan, new Revaluation(ground, plan));
    }

    /** A settled period: its terms have the values that they were settled at, those without one have none. */
    static PlainSettling of(Ground ground, Map<String, Exact> known) {
        PlainSettling settled = of(ground);
        for (int place : settled.plan.terms()) {
            String name = settled.agreement.terms().get(place).name();
            Exact value = known.get(name);
            settled.terms.put(
                    name,
                    value == null
                            ? Figured.not(Stopped.problem("no-value", name + " has no value here", "the expectation"))
                            : Figured.of(value));
        }
        return settled;
    }

    Ground ground() {
        return ground;
    }

    Plan plan() {
        return plan;
    }

    /** The other periods of the agreement. */
    Revaluation others() {
        return others;
    }

    /** The value of an expression in this period. */
    Figured value(Expr expr) {
        Figured known = values.get(expr);
        if (known == null) {
            known = figured(() -> exact(expr, "the expectation"));
            values.put(expr, known);
        }
        return known;
    }

    /** The value of a term. */
    Figured figure(String name) {
        Figured known = terms.get(name);
        if (known == null) {
            known = figured(() -> term(name));
            terms.put(name, known);
        }
        return known;
    }

    private static Figured figured(Supplier<Exact> figure) {
        try {
            return Figured.of(figure.get());
        } catch (Stopped e) {
            return Figured.not(e.problem());
        }
    }

    /** What the parties owe at the end of the period. */
    PlainOwing owing() {
        return owing;
    }

    /** True if a sentence speaks at the end of the period. */
    boolean isSaid(Sentence sentence) {
        Provision provision = sentence.in(agreement);
        return !sentence.isDueByEvent(agreement)
                && (!OneDay.counts(provision) || OneDay.fallsIn(ground, provision))
                && speaks(sentence);
    }

    private Exact term(String name) {
        Term term = TermsOf.named(agreement, name)
                .filter(it -> TermsOf.mayBeOf(agreement, it, ground.period()))
                .orElseThrow(() -> Stopped.at("no-value", name + " has no value in " + ground.period(), name));
        List<Effect.Instead> instead = plan.sentences().stream()
                .filter(sentence -> sentence.in(agreement).effect() instanceof Effect.Instead other
                        && other.term().equals(term.name())
                        && speaks(sentence))
                .map(sentence -> (Effect.Instead) sentence.in(agreement).effect())
                .toList();
        if (instead.size() > 1) {
            throw Stopped.at(
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
        } else if (value instanceof Value.Table table) {
            return row(table, where);
        }
        return value instanceof Value.Banded banded ? banded(banded, where) : chosen((Value.Cases) value, where);
    }

    private Exact row(Value.Table table, String where) {
        int number = ordinal(table.by());
        return table.rows().stream()
                .filter(row -> row.first() <= number && number <= row.last())
                .map(Value.Row::value)
                .findFirst()
                .orElseThrow(() -> Stopped.at("no-row", "the table " + where + " has no value for " + number, where));
    }

    private Exact banded(Value.Banded banded, String where) {
        List<Exact> ends = banded.bands().stream()
                .flatMap(band -> band.upTo().stream())
                .map(end -> exact(end, where))
                .toList();
        Bands bands = new Bands(
                ends,
                banded.bands().stream().map(band -> exact(band.at(), where)).toList());
        if (!bands.areRising()) {
            throw Stopped.at("bands-not-rising", Bands.disorder(where), where);
        }
        Exact before = banded.countedFrom()
                .map(since -> soFar(banded.of(), since, where))
                .orElse(Exact.ZERO);
        return bands.worth(before, exact(banded.of(), where));
    }

    Exact soFar(Expr of, String since, String where) {
        return Stopped.got(taken(new Across.SoFar(of, since), where));
    }

    private Figured taken(Demand demand, String where) {
        return Probe.taken(ground, plan, others, demand, where);
    }

    int ordinal(String period) {
        int number = ground.periods(period).numberAt(ground.from());
        if (ground.periods(period).numberAt(ground.to().minusDays(1)) != number) {
            throw Stopped.at("step-inside-period", "a new " + period + " starts inside " + ground.period(), period);
        }
        return number;
    }

    private Exact chosen(Value.Cases cases, String where) {
        Map<Truth, List<Value.Arm>> arms =
                cases.arms().stream().collect(Collectors.groupingBy(arm -> truth(arm.when(), where)));
        List<Value.Arm> holding = arms.getOrDefault(Truth.TRUE, List.of());
        if (holding.size() > 1) {
            throw Stopped.at("overlapping-cases", "more than one case of " + where + " holds", where);
        }
        if (holding.isEmpty() && arms.containsKey(Truth.PARTLY)) {
            throw Stopped.at("partly", where + " asks what holds only for a part of the period", where);
        }
        return exact(holding.isEmpty() ? cases.otherwise() : holding.get(0).expr(), where);
    }

    private Exact limited(Exact value, List<Limit> limits, String where) {
        Exact result = value;
        for (Limit limit : limits) {
            if (limit instanceof Limit.AtLeast least) {
                result = result.max(exact(least.bound(), where));
            } else if (limit instanceof Limit.AtMost most) {
                result = result.min(room(most, where));
            } else if (limit instanceof Limit.Rounded rounded) {
                result = result.roundedTo(
                        rounded.rounding().step().value(), rounded.rounding().mode());
            } else if (limit instanceof Limit.Rising rising) {
                int steps = ordinal(rising.each()) - 1;
                for (int i = 0; i < steps; i++) {
                    result = result.times(Exact.ONE.plus(rising.by().value()));
                }
            }
        }
        return result;
    }

    private Exact room(Limit.AtMost most, String term) {
        Exact bound = exact(most.bound(), term);
        return most.inEach()
                .map(longer -> bound.minus(soFar(TermsOf.reference(agreement, term), longer, term))
                        .max(Exact.ZERO))
                .orElse(bound);
    }

    Exact exact(Expr expr, String where) {
        if (expr instanceof Expr.Constant constant) {
            return constant.value();
        } else if (expr instanceof Expr.Reference reference && reference.kind() == Expr.Reference.Kind.TERM) {
            return Stopped.got(figure(reference.name()));
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
        return Stopped.got(look(expr, where).figured());
    }

    /** What the evidence gives for an expression. */
    Probe.Looked look(Expr expr, String where) {
        return Probe.look(ground, plan, others, owing.awaited(expr), expr, where, name -> Stopped.got(figure(name)));
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
            throw Stopped.at("division-by-zero", where + " divides by zero", where);
        }
        return left.dividedBy(right);
    }

    Truth truth(Condition condition, String where) {
        return new PlainTruth(ground, expr -> exact(expr, where)).of(condition);
    }

    /** True if the guards of a sentence hold and no exception switches its clause off. */
    boolean speaks(Sentence sentence) {
        boolean off = plan.sentences().stream()
                .anyMatch(other -> other.switchesOff().contains(sentence.clause()) && speaks(other));
        if (off) {
            return false;
        }
        String where = sentence.where(agreement);
        Provision provision = sentence.in(agreement);
        Truth all = new PlainTruth(ground, expr -> exact(expr, where)).all(provision.guards(), false);
        if (all.isPartly()) {
            throw Stopped.at("partly", where + " asks what holds only for a part of the period", where);
        }
        return all.holds();
    }
}
