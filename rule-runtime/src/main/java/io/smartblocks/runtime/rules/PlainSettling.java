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
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    /** A period by its ground, with the others that it may look back at. */
    PlainSettling(Ground ground, Plan plan, Revaluation others) {
        this.ground = ground;
        this.agreement = ground.agreement();
        this.plan = plan;
        this.others = others;
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
                            ? Figured.not(problem("no-value", name + " has no value here", "the expectation"))
                            : Figured.of(value));
        }
        return settled;
    }

    Ground ground() {
        return ground;
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

    /** The payments at the end of the period, in the order of the text, or the problem in their place. */
    List<PaidLine> payments() {
        requireOrder();
        List<PaidLine> lines = new ArrayList<>();
        for (int i = 0; i < plan.sentences().size(); i++) {
            lines.addAll(payments(i));
        }
        return lines;
    }

    /** How much is owed, in base units, of what is no money; by sentences in the order of the text. */
    Map<Integer, Exact> duties() {
        Map<Integer, Exact> owed = new TreeMap<>();
        for (int i = 0; i < plan.sentences().size(); i++) {
            Sentence sentence = plan.sentences().get(i);
            if (sentence.in(agreement).effect() instanceof Effect.Duty duty
                    && !(duty instanceof Effect.Payment)
                    && isSaid(sentence)) {
                Exact amount = amount(duty, sentence.where(agreement));
                if (amount.signum() < 0
                        || WholeUnits.objection(agreement, duty, amount).isPresent()) {
                    throw stop("not-whole", sentence.where(agreement) + " cannot be owed", sentence.where(agreement));
                }
                if (amount.signum() > 0) {
                    owed.put(i, amount);
                }
            }
        }
        return owed;
    }

    private Exact amount(Effect.Duty duty, String where) {
        if (duty instanceof Effect.AssetDuty moved) {
            return exact(moved.amount(), where);
        }
        return duty instanceof Effect.Deliver deliver ? exact(deliver.amount(), where) : Exact.ONE;
    }

    /** Two exceptions to one clause hold only where one is an exception to the other. */
    private void requireOrder() {
        List<Sentence> live = plan.sentences().stream()
                .filter(sentence -> !sentence.excepts().isEmpty() && isSaid(sentence))
                .toList();
        for (Sentence one : live) {
            for (Sentence other : live) {
                boolean ordered = one.clause() >= other.clause()
                        || LiveExceptions.isOrdered(agreement, one.clause(), other.clause());
                one.excepts().stream()
                        .filter(excepted -> !ordered && other.excepts().contains(excepted))
                        .findFirst()
                        .ifPresent(excepted -> {
                            throw stop(
                                    "exceptions-collide",
                                    LiveExceptions.collision(agreement, excepted, one.clause(), other.clause()),
                                    other.where(agreement));
                        });
            }
        }
    }

    /** True if a sentence speaks at the end of the period. */
    private boolean isSaid(Sentence sentence) {
        Provision provision = sentence.in(agreement);
        return !sentence.isDueByEvent(agreement)
                && (!OneDay.counts(provision) || OneDay.fallsIn(ground, provision))
                && speaks(sentence);
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

    private Exact term(String name) {
        Term term = TermsOf.named(agreement, name)
                .filter(it -> TermsOf.mayBeOf(agreement, it, ground.period()))
                .orElseThrow(() -> stop("no-value", name + " has no value in " + ground.period(), name));
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
                .orElseThrow(() -> stop("no-row", "the table " + where + " has no value for " + number, where));
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
            throw stop("bands-not-rising", Bands.disorder(where), where);
        }
        Exact before = banded.countedFrom()
                .map(since -> soFar(banded.of(), since, where))
                .orElse(Exact.ZERO);
        return bands.worth(before, exact(banded.of(), where));
    }

    private Exact soFar(Expr of, String since, String where) {
        return got(taken(new Across.SoFar(of, since), where));
    }

    private Figured taken(Demand demand, String where) {
        return Probe.taken(ground, plan, others, demand, where);
    }

    private int ordinal(String period) {
        int number = ground.periods(period).numberAt(ground.from());
        if (ground.periods(period).numberAt(ground.to().minusDays(1)) != number) {
            throw stop("step-inside-period", "a new " + period + " starts inside " + ground.period(), period);
        }
        return number;
    }

    private Exact chosen(Value.Cases cases, String where) {
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
        return got(Probe.value(ground, plan, others, awaited(expr), expr, where, name -> got(figure(name))));
    }

    private List<PaidLine> awaited(Expr expr) {
        List<PaidLine> lines = new ArrayList<>();
        if (expr instanceof Expr.AmountDue due && others.isSettled(ground)) {
            for (int i = 0; i < plan.sentences().size(); i++) {
                if (due.clauses()
                        .contains(plan.sentences().get(i).clauseIn(agreement).number())) {
                    lines.addAll(payments(i));
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

    private List<PaidLine> payments(int index) {
        Sentence sentence = plan.sentences().get(index);
        if (!(sentence.in(agreement).effect() instanceof Effect.Payment pay) || !isSaid(sentence)) {
            return List.of();
        }
        String where = sentence.where(agreement);
        Exact amount = exact(pay.amount(), where);
        List<Exact> shares = new ArrayList<>();
        if (pay instanceof Effect.PaySplit split) {
            split.shares().forEach(share -> shares.add(exact(share.amount(), where)));
        }
        Exact step = agreement.settings().money().step().value();
        List<Exact> parts = Split.parts(
                amount,
                shares,
                each -> each.roundedTo(step, agreement.settings().money().mode()));
        if (Stream.of(List.of(amount), shares, parts).flatMap(List::stream).anyMatch(each -> each.signum() < 0)) {
            throw stop("negative-payment", where + " would make a negative payment", where);
        }
        List<PaidLine> lines = new ArrayList<>();
        for (int part = 0; part < parts.size(); part++) {
            if (parts.get(part).signum() > 0) {
                lines.add(new PaidLine(
                        index, part, parts.get(part).toDecimal(Settling.digits(step), RoundingMode.UNNECESSARY)));
            }
        }
        return lines;
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
