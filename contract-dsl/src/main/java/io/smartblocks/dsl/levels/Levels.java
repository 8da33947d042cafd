package io.smartblocks.dsl.levels;

import io.smartblocks.dsl.agreement.Clause;
import io.smartblocks.dsl.agreement.Condition;
import io.smartblocks.dsl.agreement.Declaration;
import io.smartblocks.dsl.agreement.Effect;
import io.smartblocks.dsl.agreement.Expr;
import io.smartblocks.dsl.agreement.Level;
import io.smartblocks.dsl.agreement.Limit;
import io.smartblocks.dsl.agreement.Term;
import io.smartblocks.dsl.agreement.TimeSpan;
import io.smartblocks.dsl.agreement.Value;
import io.smartblocks.dsl.diagnostic.Code;
import io.smartblocks.dsl.diagnostic.Diagnostic;
import io.smartblocks.dsl.diagnostic.SourceRange;
import io.smartblocks.dsl.names.Places;
import io.smartblocks.dsl.names.Resolution;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Infers the level of every term and clause. What a term takes from the previous period and from documents is known only
 * when the others are, so the inference runs until nothing changes and reports on its last run.
 */
public final class Levels {

    private final Resolution resolution;
    private final Places places;
    private final List<Diagnostic> findings = new ArrayList<>();
    private final Reaches reaches;
    private final RunningLevels running;
    private final Wholes whole;
    private final TimeSpan shortest;

    private Levels(Resolution resolution) {
        this.resolution = resolution;
        this.places = resolution.places();
        this.reaches = new Reaches(
                resolution.meters(),
                resolution.baselines(),
                resolution.indexes(),
                resolution.periods(),
                resolution.facts(),
                resolution.events(),
                places,
                findings);
        this.running = new RunningLevels(reaches, findings);
        this.whole = new Wholes(reaches, places, findings);
        this.shortest = resolution.meters().stream()
                .map(Declaration.Meter::every)
                .min(Comparator.comparingLong(TimeSpan::roughMinutes))
                .orElse(new TimeSpan(1, TimeSpan.Unit.MINUTE));
    }

    /** Terms and clauses with their levels. */
    public record Inferred(List<Term> terms, List<Clause> clauses, List<Diagnostic> diagnostics) {}

    /** The levels of a resolved document. */
    public static Inferred of(Resolution resolution) {
        Levels levels = new Levels(resolution);
        int mostRuns = resolution.terms().size() + resolution.clauses().size() + 2;
        for (int run = 0; run < mostRuns; run++) {
            Map<String, Reach> before = levels.snapshot();
            levels.findings.clear();
            levels.run();
            if (levels.snapshot().equals(before)) {
                break;
            }
        }
        levels.findings.clear();
        List<Term> terms = resolution.terms().stream().map(levels::withLevel).toList();
        List<Clause> clauses =
                resolution.clauses().stream().map(levels::withLevels).toList();
        resolution.gapRules().forEach(levels.whole::estimates);
        return new Inferred(terms, clauses, List.copyOf(levels.findings));
    }

    private Map<String, Reach> snapshot() {
        Map<String, Reach> all = new HashMap<>(reaches.terms());
        reaches.clauses().forEach((number, reach) -> all.put("clause " + number, reach));
        return all;
    }

    private void run() {
        resolution.terms().forEach(term -> reaches.terms().put(term.name(), reach(term)));
        resolution
                .clauses()
                .forEach(clause -> clause.provisions().stream()
                        .map(this::reach)
                        .reduce((first, second) -> first.is(Reach.Kind.PERIOD) ? first : second)
                        .ifPresent(reach -> reaches.clauses().put(clause.number(), reach.at(clause.at()))));
    }

    private Reach reach(Term term) {
        return reach(term.value(), term.limits(), Reach.agreement(term.at()), term.at())
                .at(term.at());
    }

    private Reach reach(Value value, List<Limit> limits, Reach start, SourceRange at) {
        Reach reach = start;
        if (value instanceof Value.Plain plain) {
            reach = reaches.together(reach, reaches.of(plain.expr(), at));
        } else if (value instanceof Value.Cases cases) {
            for (Value.Arm arm : cases.arms()) {
                reach = reaches.together(reach, reaches.of(arm.expr(), at));
                reach = reaches.together(reach, reaches.of(arm.when(), at));
            }
            reach = reaches.together(reach, reaches.of(cases.otherwise(), at));
        } else if (value instanceof Value.Banded banded) {
            reach = reaches.together(reach, running.bands(banded, at));
        }
        for (Limit limit : limits) {
            if (limit instanceof Limit.AtLeast least) {
                reach = reaches.together(reach, reaches.of(least.bound(), at));
            } else if (limit instanceof Limit.AtMost most) {
                reach = reaches.together(reach, reaches.of(most.bound(), at));
                running.cap(most, reach, at);
            }
        }
        return reach;
    }

    private Reach reach(Clause.Provision provision) {
        SourceRange at = provision.at();
        Reach reach = provision.level() instanceof Level.PerPeriod each
                ? reaches.period(each.period(), at)
                : Reach.agreement(at);
        for (Condition guard : provision.guards()) {
            reach = reaches.together(reach, reaches.of(guard, at));
        }
        if (provision.effect() instanceof Effect.Duty duty) {
            return duty(reach, duty, at);
        }
        if (provision.effect() instanceof Effect.Instead instead) {
            Reach term = reaches.terms().getOrDefault(instead.term(), reach).at(at);
            return reach(instead.value(), instead.limits(), reaches.together(reach, term), at);
        }
        if (provision.effect() instanceof Effect.NothingDue nothing && reach.is(Reach.Kind.AGREEMENT)) {
            return reaches.clauses()
                    .getOrDefault(nothing.clauses().get(0), reach)
                    .at(at);
        }
        return reach;
    }

    /** A duty has the period of its figures, else the one that its due time counts from. */
    private Reach duty(Reach start, Effect.Duty duty, SourceRange at) {
        Reach reach = start;
        for (Expr figure : Owed.figures(duty)) {
            reach = reaches.together(reach, reaches.of(figure, at));
        }
        return reach.is(Reach.Kind.AGREEMENT) ? Owed.since(duty, reaches, at).orElse(reach) : reach;
    }

    private Term withLevel(Term term) {
        Reach reach = reach(term);
        if (reach.is(Reach.Kind.PERIOD)) {
            whole.period(term.value(), reach.period(), term.at());
        }
        return new Term(
                term.name(), term.value(), term.limits(), term.startingAt(), term.unit(), level(reach), term.at());
    }

    private Clause withLevels(Clause clause) {
        List<Clause.Provision> provisions = new ArrayList<>();
        for (Clause.Provision provision : clause.provisions()) {
            Reach reach = reach(provision);
            judge(provision, reach);
            excepted(clause, provision).forEach(number -> sameTime(reach, number));
            provisions.add(new Clause.Provision(provision.guards(), provision.effect(), level(reach), provision.at()));
        }
        return new Clause(
                clause.number(), clause.title(), clause.exceptionTo(), provisions, clause.prose(), clause.at());
    }

    private void judge(Clause.Provision provision, Reach reach) {
        if (reach.is(Reach.Kind.PERIOD)) {
            whole.period(provision.guards(), reach.period(), provision.at());
        } else if (provision.effect() instanceof Effect.Duty duty
                && reach.is(Reach.Kind.AGREEMENT)
                && !Owed.isOfOneDay(duty)) {
            String what = duty instanceof Effect.Payment ? "this payment" : "this";
            findings.add(Diagnostic.of(
                            Code.E0305, provision.at(), "nothing says for which period %s falls due".formatted(what))
                    .help("begin it with `for each %s,`".formatted(anyPeriod())));
        } else if (!reach.is(Reach.Kind.AGREEMENT)) {
            findings.add(Diagnostic.of(Code.E0303, reach.at(), "a clause cannot have " + reach.words())
                    .help("aggregate over a period: `the total of … over %s`".formatted(anyPeriod())));
        }
    }

    /** The clauses that a sentence switches off where it holds. */
    private static List<String> excepted(Clause clause, Clause.Provision provision) {
        if (provision.effect() instanceof Effect.NothingDue nothing) {
            return nothing.clauses();
        }
        return provision.effect() instanceof Effect.Duty ? clause.exceptionTo() : List.of();
    }

    /** An exception is decided in the settlements of what it excepts, or it would never be heard there. */
    private void sameTime(Reach reach, String number) {
        Reach clause = reaches.clauses().getOrDefault(number, reach);
        if (!reach.mixesWith(clause)) {
            findings.add(Diagnostic.of(
                            Code.E0303,
                            reach.at(),
                            "this exception to clause %s has %s, but that clause has %s"
                                    .formatted(number, reach.words(), clause.words()))
                    .note(clause.at(), "clause " + number)
                    .help("use terms of the same period in both"));
        }
    }

    private String anyPeriod() {
        return resolution.periods().isEmpty()
                ? "Billing Month"
                : resolution.periods().get(0).name();
    }

    private Level level(Reach reach) {
        return switch (reach.kind()) {
            case AGREEMENT -> new Level.PerAgreement();
            case PERIOD -> new Level.PerPeriod(reach.period());
            case CLOCK -> new Level.PerReading(shortest);
            case EVENT -> new Level.PerEvent(reach.period());
            case INDEX, READING -> new Level.PerReading(reach.every());
        };
    }
}
