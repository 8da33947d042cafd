package io.smartblocks.runtime.rules;

import io.smartblocks.dsl.agreement.Effect;
import io.smartblocks.dsl.units.Exact;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The one wide fact of a period being settled: parameters, terms, lines and problems. Rules ask it and tell it; its
 * methods never fail for want of a figure, they note the problem and go on with zero.
 */
public final class Settling {

    private final Plan plan;
    private final Ground ground;
    private final Exact[] parameters;
    private final Exact[] terms;
    private final Exact[] inputs;
    private final BitSet settled = new BitSet();
    private final BitSet asked = new BitSet();
    private final BitSet replaced = new BitSet();
    private final Findings findings;
    private final Owing owing;
    private final LiveExceptions exceptions;
    private final List<String> fired = new ArrayList<>();
    private final List<Integer> powers = new ArrayList<>();
    private final Collection<String> notices = new TreeSet<>();
    private final Columns columns = new Columns();
    private final Revaluation others;
    private final Map<Integer, Looks> looks;
    private boolean nothingHappened;

    Settling(Plan plan, Exact[] parameters, Ground ground) {
        this(plan, parameters, ground, new Revaluation(ground, plan));
    }

    Settling(Plan plan, Exact[] parameters, Ground ground, Revaluation others) {
        this(plan, parameters, ground, new HashMap<>(), others);
    }

    Settling(Plan plan, Exact[] parameters, Ground ground, Map<Integer, Looks> looks, Revaluation others) {
        this.looks = looks;
        this.others = others;
        this.plan = plan;
        this.parameters = parameters;
        this.ground = ground;
        this.terms = new Exact[plan.terms().size()];
        this.inputs = new Exact[plan.demands().size()];
        this.findings = new Findings(plan, ground);
        this.owing = new Owing(plan, ground, findings);
        this.exceptions = new LiveExceptions(ground.agreement());
        Arrays.fill(terms, Exact.ZERO);
    }

    public Exact parameter(int slot) {
        return parameters[slot];
    }

    public Exact term(int slot) {
        return terms[slot];
    }

    /** A figure of the evidence, taken when it is first asked for. */
    public Exact input(int slot) {
        if (!asked.get(slot)) {
            int outer = findings.enter(slot);
            inputs[slot] = plan.demands().get(slot).of(this);
            findings.enter(outer);
            asked.set(slot);
        }
        return inputs[slot];
    }

    public Exact excess(Exact amount, Exact over) {
        return amount.minus(over).max(Exact.ZERO);
    }

    public Exact quotient(Exact left, Exact right, int place) {
        if (right.signum() == 0) {
            String where = plan.where(place, ground.agreement());
            findings.at(Problem.Kind.REFUSED, "division-by-zero", where + " divides by zero", place);
            return Exact.ZERO;
        }
        return left.dividedBy(right);
    }

    /** How many steps an amount has; none below zero when only full ones count. */
    public Exact steps(boolean full, Exact amount, Exact step, int place) {
        Exact steps = quotient(amount, step, place);
        return full ? Exact.of(steps.max(Exact.ZERO).toDecimal(0, RoundingMode.FLOOR)) : steps;
    }

    /** What an amount counts in bands, told as an end and a rate in turns, the last rate without an end. */
    public Exact inBands(int place, Exact before, Exact amount, Exact... figures) {
        List<Exact> ends = new ArrayList<>();
        List<Exact> rates = new ArrayList<>();
        for (int i = 0; i < figures.length; i++) {
            (i % 2 == 0 && i < figures.length - 1 ? ends : rates).add(figures[i]);
        }
        Bands bands = new Bands(ends, rates);
        if (!bands.areRising()) {
            String where = plan.where(place, ground.agreement());
            findings.at(Problem.Kind.REFUSED, "bands-not-rising", Bands.disorder(where), place);
        }
        return bands.worth(before, amount);
    }

    public Truth above(Exact left, Exact right) {
        return Truth.of(left.compareTo(right) > 0);
    }

    public Truth below(Exact left, Exact right) {
        return Truth.of(left.compareTo(right) < 0);
    }

    public Truth atLeast(Exact left, Exact right) {
        return Truth.of(left.compareTo(right) >= 0);
    }

    public Truth atMost(Exact left, Exact right) {
        return Truth.of(left.compareTo(right) <= 0);
    }

    public Truth equalTo(Exact left, Exact right) {
        return Truth.of(left.compareTo(right) == 0);
    }

    /** A calendar test of the whole period: partly if only some of it passes. */
    public Truth itIs(int test) {
        return WholePeriods.holds(plan.tests().get(test), ground);
    }

    public Truth happened(int event) {
        return Truth.of(!nothingHappened && Lateness.is(ground, plan.events().get(event)));
    }

    public Truth notReplaced(int term) {
        return Truth.of(!replaced.get(term));
    }

    public Truth inForce(int clause) {
        return Truth.of(!exceptions.isOff(clause));
    }

    /** Whether the one day from which a sentence counts lies in this period. */
    public Truth fallsHere(int sentence) {
        return Truth.of(OneDay.fallsIn(ground, plan.sentences().get(sentence).in(ground.agreement())));
    }

    /** Whether a sentence speaks now: at the period's end, or when an event makes its guard come true. */
    public Truth dueNow(int sentence) {
        return Truth.of(Turns.isDue(this, plan.sentences().get(sentence)));
    }

    /** A question as it would be answered if nothing had happened to any clause. */
    Truth beforeAnythingHappened(Question question) {
        nothingHappened = true;
        Truth before = question.of(this);
        nothingHappened = false;
        return before;
    }

    /** Gives a term its value; two cases at once refuse the settlement. */
    public void settle(int term, Exact value) {
        if (settled.get(term)) {
            String where = plan.where(term, ground.agreement());
            findings.at(Problem.Kind.REFUSED, "overlapping-cases", "more than one case of " + where + " holds", term);
        }
        terms[term] = value;
        settled.set(term);
    }

    /** Gives a term another value for this settlement; two live exceptions at once refuse it. */
    public void replace(int term, Exact value, int sentence) {
        hold(sentence);
        if (replaced.get(term)) {
            String where = plan.where(term, ground.agreement());
            findings.at(
                    Problem.Kind.REFUSED,
                    "exceptions-collide",
                    plan.sentences().get(sentence).where(ground.agreement())
                            + " and another clause that holds too both give " + where + " another value",
                    plan.terms().size() + sentence);
        }
        terms[term] = value;
        replaced.set(term);
        settled.set(term);
    }

    /** Makes a line of what is payable, rounded once; zero is no line, less than zero refuses the settlement. */
    public void pay(int sentence, Exact amount) {
        hold(sentence);
        owing.pay(sentence, amount);
    }

    /** Makes a line for each share of what is payable and one for the rest. */
    public void split(int sentence, Exact whole, Exact... shares) {
        hold(sentence);
        owing.split(sentence, whole, List.of(shares));
    }

    /** Lets someone owe so much of something that is no money. */
    public void owe(int sentence, Exact amount) {
        hold(sentence);
        owing.owe(sentence, amount);
    }

    /** Does what a sentence without a figure says. */
    public void say(int sentence) {
        hold(sentence);
        Effect effect = plan.sentences().get(sentence).in(ground.agreement()).effect();
        if (effect instanceof Effect.Hold) {
            String where = plan.sentences().get(sentence).where(ground.agreement());
            findings.at(
                    Problem.Kind.HELD,
                    "held-by-clause",
                    where + " holds the settlement",
                    plan.terms().size() + sentence);
        } else if (effect instanceof Effect.MayTerminate) {
            powers.add(sentence);
        } else if (effect instanceof Effect.Duty) {
            owing.owe(sentence);
        }
    }

    /** An exception that speaks switches off what it excepts; two without an order refuse the settlement. */
    private void hold(int sentence) {
        exceptions
                .hold(plan.sentences().get(sentence))
                .ifPresent(message -> findings.at(
                        Problem.Kind.REFUSED,
                        "exceptions-collide",
                        message,
                        plan.terms().size() + sentence));
    }

    /** Refuses the settlement because a calendar test holds for a part of the period only. */
    public void undecided(int place) {
        String where = plan.where(place, ground.agreement());
        findings.at(
                Problem.Kind.REFUSED,
                "partly",
                where + " asks what holds only for a part of " + ground.period() + " starting " + ground.from()
                        + "; ask for each reading, or count the hours or days",
                place);
    }

    /** Money rounded by the agreement's rule. */
    Exact money(Exact amount) {
        return owing.money(amount);
    }

    /** Digits after the point of money in whole steps. */
    static int digits(Exact step) {
        return Math.max(0, new BigDecimal(step.toString()).scale());
    }

    /** What is owed so far. */
    Owing owing() {
        return owing;
    }

    /** The exceptions that hold so far. */
    LiveExceptions exceptions() {
        return exceptions;
    }

    void refuse(String code, String message) {
        findings.refuse(code, message);
    }

    void lack(String code, String message) {
        findings.lack(code, message, List.of());
    }

    void lack(String code, String message, List<String> notified) {
        findings.lack(code, message, notified);
    }

    /** An index has no value for a day. */
    void lackValue(String index, LocalDate day) {
        findings.lackValue(index, day);
    }

    void found(Problem problem) {
        findings.add(problem);
    }

    void notify(List<String> parties) {
        notices.addAll(parties);
    }

    void fired(String rule) {
        fired.add(rule);
    }

    /** The adjustments and events at which a sentence looks; those that look alike share theirs. */
    Looks looks(int sentence) {
        Looks known = looks.get(sentence);
        if (known == null) {
            Looks made =
                    Looks.of(ground.agreement(), plan.sentences().get(sentence).in(ground.agreement()));
            known = looks.values().stream().filter(made::isLike).findFirst().orElse(made);
            looks.put(sentence, known);
        }
        return known;
    }

    Plan plan() {
        return plan;
    }

    Ground ground() {
        return ground;
    }

    /** Other periods of the agreement, re-evaluated on the same evidence. */
    Revaluation others() {
        return others;
    }

    Columns columns() {
        return columns;
    }

    Collection<String> notices() {
        return notices;
    }

    List<Findings.Finding> findings() {
        return findings.all();
    }

    List<String> fired() {
        return fired;
    }

    List<Integer> powers() {
        return powers;
    }
}
