package io.smartblocks.runtime.settlement;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.agreement.Effect;
import io.smartblocks.dsl.agreement.Expr;
import io.smartblocks.dsl.units.Exact;
import io.smartblocks.runtime.obligation.ObligationState;
import io.smartblocks.runtime.rules.CannotPlan;
import io.smartblocks.runtime.rules.Decision;
import io.smartblocks.runtime.rules.Derivation;
import io.smartblocks.runtime.rules.Figured;
import io.smartblocks.runtime.rules.Ground;
import io.smartblocks.runtime.rules.Happening;
import io.smartblocks.runtime.rules.Obligations;
import io.smartblocks.runtime.rules.Probe;
import io.smartblocks.runtime.rules.Problem;
import io.smartblocks.runtime.rules.RuleEngine;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Settles cases: a pure function of agreement, period and evidence, decided by rules that agreements of one shape share. */
public final class SettlementEngine {

    private final RuleEngine rules = new RuleEngine();
    private final Frame.Kept frames = new Frame.Kept();

    /** The version that statements name; another one may come to other values. */
    public static String version() {
        return StatementMaking.ENGINE_VERSION;
    }

    /** Why this engine could never settle the agreement, so that nobody signs it; empty where nothing speaks against it. */
    public static Optional<String> objection(Agreement agreement) {
        try {
            new PeriodCalendar(agreement);
            RuleEngine.requirePlannable(agreement);
            return Optional.empty();
        } catch (CannotPlan e) {
            return Optional.of(e.where() + ": " + e.getMessage());
        } catch (IllegalArgumentException e) {
            return Optional.of(e.getMessage());
        }
    }

    /** Settles one case. */
    public Outcome settle(Case settled) {
        return settleAll(List.of(settled)).get(0);
    }

    /** The same, telling the names of the rules that fired. */
    public Outcome settle(Case settled, Consumer<Set<String>> fired) {
        return settleAll(List.of(settled), fired).get(0);
    }

    /** Settles many cases, those of one shape together; outcomes stand in the order of the cases. */
    public List<Outcome> settleAll(List<Case> cases) {
        return settleAll(cases, rules -> {});
    }

    /** Outcomes have their places, whichever thread comes to them first. */
    private List<Outcome> settleAll(List<Case> cases, Consumer<Set<String>> fired) {
        Outcome[] outcomes = new Outcome[cases.size()];
        List<Integer> open = new ArrayList<>();
        List<Ground> grounds = new ArrayList<>();
        for (int i = 0; i < cases.size(); i++) {
            try {
                grounds.add(ground(cases.get(i)));
                open.add(i);
            } catch (IllegalArgumentException e) {
                outcomes[i] = new Outcome.Refused("not-settled", e.getMessage(), "", List.of());
            }
        }
        rules.decide(grounds, (number, result) -> {
            int index = open.get(number);
            if (result instanceof RuleEngine.Result.Decided decided) {
                fired.accept(decided.decision().fired());
            }
            outcomes[index] = outcomeOrFailure(cases.get(index), result);
        });
        return List.of(outcomes);
    }

    /** The value of an expression in a period whose terms have these values, or why it has none. */
    public Figured value(Case settled, List<TermValue> values, Expr expr) {
        Map<String, Exact> known = new HashMap<>();
        values.forEach(value -> known.put(value.name(), value.value()));
        return Probe.value(ground(settled), known, expr);
    }

    /** How the amounts of a case come about, told anew. */
    public Derivation derivation(Case settled) {
        return Derivation.of(ground(settled));
    }

    /** What has become, at the end of a day, of what falls due under a clause for a settled period. */
    public Optional<ObligationState> state(Case settled, String clause, LocalDate day) {
        return Obligations.state(ground(settled), clause, day);
    }

    /** The last day on which a party may dispute the settlement of a period, if it may at all. */
    public Optional<LocalDate> disputableUntil(Case settled, String party) {
        return settled.agreement().clauses().stream()
                .flatMap(clause -> clause.provisions().stream())
                .filter(provision -> provision.effect() instanceof Effect.MayDispute may
                        && may.party().equals(party))
                .map(provision -> Writing.due(
                        settled, frames.of(settled.agreement()), ((Effect.MayDispute) provision.effect()).within()))
                .max(Comparator.naturalOrder());
    }

    /** The periods of an agreement. */
    public PeriodCalendar periods(Agreement agreement) {
        return frames.of(agreement).periods();
    }

    /** How many different shapes of agreements the engine has rules for. */
    public int shapes() {
        return rules.shapes();
    }

    private Ground ground(Case settled) {
        requireOwed(settled);
        PeriodCalendar periods = frames.of(settled.agreement()).periods();
        SettlementPeriod period = settled.period();
        return new Ground(
                settled.agreement(),
                period.name(),
                period.number(),
                periods.isFirst(period),
                period.from(),
                period.to(),
                periods.calendar(),
                settled.evidence(),
                happening(settled.trigger()));
    }

    /** What happened to a clause is told by its due date, which only the settlement of the period knows. */
    private static void requireOwed(Case settled) {
        if (!(settled.trigger() instanceof Trigger.ClauseHappened happened) || happened.undone()) {
            return;
        }
        SettlementPeriod period = settled.period();
        boolean owed = settled.evidence().earlier().stream()
                        .anyMatch(line -> line.clause().equals(happened.clause())
                                && line.period().equals(period.name())
                                && line.periodFrom().equals(period.from()))
                || settled.evidence().duties().stream()
                        .anyMatch(duty -> duty.clause().equals(happened.clause())
                                && duty.period().equals(period.name())
                                && duty.periodFrom().equals(period.from()));
        if (!owed) {
            throw new IllegalArgumentException("nothing fell due under clause " + happened.clause() + " for "
                    + period.name() + " starting " + period.from()
                    + ", so nothing can have become of it; settle the period first");
        }
    }

    private static Optional<Happening> happening(Trigger trigger) {
        return trigger instanceof Trigger.ClauseHappened happened
                ? Optional.of(new Happening(happened.clause(), happened.event(), happened.on(), happened.undone()))
                : Optional.empty();
    }

    /** What breaks while one case is written up must not cost the others their outcome. */
    private Outcome outcomeOrFailure(Case settled, RuleEngine.Result result) {
        try {
            return outcome(settled, result);
        } catch (RuntimeException e) {
            return failed(e);
        }
    }

    private static Outcome failed(RuntimeException failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && !(cause instanceof CannotPlan)) {
            cause = cause.getCause();
        }
        return cause instanceof CannotPlan cannot
                ? new Outcome.Refused("cannot-plan", cannot.getMessage(), cannot.where(), List.of())
                : new Outcome.Refused("failed", "settling failed: " + cause, "", List.of());
    }

    private Outcome outcome(Case settled, RuleEngine.Result result) {
        if (result instanceof RuleEngine.Result.Failed failed) {
            return failed(failed.cause());
        }
        Decision decision = ((RuleEngine.Result.Decided) result).decision();
        List<Problem> problems = decision.problems();
        if (problems.isEmpty()) {
            return new Outcome.Settled(settlement(settled, decision));
        }
        Problem first = problems.get(0);
        List<TermValue> values = StatementMaking.values(decision);
        return first.kind() == Problem.Kind.REFUSED
                ? new Outcome.Refused(first.code(), first.message(), first.where(), values)
                : new Outcome.Held(
                        problems.stream().map(Problem::message).distinct().toList(),
                        notified(decision, problems),
                        values);
    }

    private static List<String> notified(Decision decision, List<Problem> problems) {
        List<String> notified = new ArrayList<>(decision.notices());
        problems.forEach(problem -> notified.addAll(problem.notified()));
        return notified.stream().distinct().sorted().collect(Collectors.toList());
    }

    private Settlement settlement(Case settled, Decision decision) {
        return new Writing(settled, frames.of(settled.agreement()), decision).settlement();
    }
}
