package io.smartblocks.runtime.rules;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.agreement.Clause;
import io.smartblocks.dsl.agreement.Clause.Provision;
import io.smartblocks.dsl.agreement.Effect;
import io.smartblocks.dsl.agreement.Level;
import io.smartblocks.dsl.agreement.Term;
import io.smartblocks.dsl.units.Exact;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Makes the plan of an agreement for one of its periods: every term and sentence becomes a group of rules. */
final class Planning {

    private final Agreement agreement;
    private final String period;
    private final List<Integer> terms = new ArrayList<>();
    private final Map<String, Integer> slots = new HashMap<>();
    private final List<Sentence> sentences = new ArrayList<>();
    private final List<RuleGroup> groups = new ArrayList<>();
    private final Lowering lowering;
    private final ExceptedClauses exceptions;

    private Planning(Agreement agreement, String period) {
        this.agreement = agreement;
        this.period = period;
        this.exceptions = new ExceptedClauses(agreement);
        TermsOf needed = TermsOf.of(agreement, period);
        for (int i = 0; i < agreement.terms().size(); i++) {
            Term term = agreement.terms().get(i);
            if (needed.has(term)) {
                slots.put(term.name(), terms.size());
                terms.add(i);
            }
        }
        this.lowering = new Lowering(agreement, slots, List.of());
    }

    /** A plan, the constants of the agreement it was made from, and where these stand in it. */
    record Planned(Plan plan, Exact[] parameters, Map<Integer, Record> origins) {}

    static Planned of(Agreement agreement, String period) {
        return new Planning(agreement, period).plan();
    }

    private Planned plan() {
        for (int slot = 0; slot < terms.size(); slot++) {
            groups.add(term(slot, agreement.terms().get(terms.get(slot))));
        }
        for (int i = 0; i < agreement.clauses().size(); i++) {
            for (int k = 0; k < agreement.clauses().get(i).provisions().size(); k++) {
                Provision provision = agreement.clauses().get(i).provisions().get(k);
                if (isOf(provision) && !(provision.effect() instanceof Effect.MayDispute)) {
                    sentence(i, k, provision);
                }
            }
        }
        guardStates();
        Strata strata = new Strata(agreement, terms, sentences, groups, lowering.demands());
        List<BitSet> termUses =
                IntStream.range(0, groups.size()).mapToObj(strata::termUses).toList();
        List<BitSet> inputUses =
                IntStream.range(0, groups.size()).mapToObj(strata::inputUses).toList();
        Uses uses = new Uses(terms.size(), termUses, inputUses);
        Plan plan = new Plan(
                period,
                terms,
                markedLate(uses),
                lowering.demands(),
                lowering.tests(),
                lowering.events(),
                strata.rules(),
                strata.count(),
                uses);
        return new Planned(plan, lowering.parameters().toArray(Exact[]::new), Map.copyOf(lowering.origins()));
    }

    private boolean isOf(Level level) {
        return level instanceof Level.PerAgreement
                || level instanceof Level.PerPeriod of && of.period().equals(period);
    }

    private boolean isOf(Provision provision) {
        return OneDay.counts(provision)
                ? OneDay.period(agreement).equals(Optional.of(period))
                : isOf(provision.level());
    }

    private RuleGroup term(int slot, Term term) {
        lowering.at(slot, term.name());
        String name = "term " + term.name();
        RuleGroup group = new RuleGroup();
        for (ValueLowering.Choice choice : new ValueLowering(lowering, term.name(), term.limits()).of(term.value())) {
            Action action = choice.figure()
                    .<Action>map(figure -> new Action.Settle(slot, figure))
                    .orElseGet(() -> new Action.Refuse(slot));
            group.add(name + choice.name(), choice.when(), action);
        }
        return group;
    }

    private void sentence(int clauseIndex, int provisionIndex, Provision provision) {
        Clause clause = agreement.clauses().get(clauseIndex);
        int index = sentences.size();
        int place = terms.size() + index;
        String name = "clause " + clause.number() + ", sentence " + (provisionIndex + 1);
        lowering.at(place, "clause " + clause.number());
        if (provision.effect() instanceof Effect.Duty duty) {
            new NotSettled("clause " + clause.number()).requireDatable(duty.due());
        }
        int firstEvent = lowering.events().size();
        List<Question> guards = lowering.questions(provision.guards());
        List<Integer> events = new ArrayList<>();
        for (int i = firstEvent; i < lowering.events().size(); i++) {
            events.add(i);
        }
        Question guard = new Question.Combined(true, guards);
        sentences.add(new Sentence(
                clauseIndex,
                provisionIndex,
                guard,
                events,
                false,
                exceptions.excepts(clause, provision.effect()),
                exceptions.switchesOff(clause, provision.effect())));
        RuleGroup group = new RuleGroup();
        boolean timed =
                !(provision.effect() instanceof Effect.Instead) && !(provision.effect() instanceof Effect.NothingDue);
        List<Question> state = new ArrayList<>();
        if (timed) {
            state.add(new Question.State(Question.State.Kind.DUE_NOW, index));
        }
        if (OneDay.counts(provision)) {
            state.add(new Question.State(Question.State.Kind.FALLS_HERE, index));
        }
        for (Map.Entry<String, Case> each :
                actions(name, index, provision.effect()).entrySet()) {
            group.add(
                    each.getKey(),
                    joined(joined(state, guards), each.getValue().when()),
                    each.getValue().then());
        }
        if (guard.canBePartly()) {
            group.add(
                    name + ", undecided",
                    joined(state, List.of(new Question.Undecided(guard))),
                    new Action.Refuse(place));
        }
        groups.add(group);
    }

    private record Case(List<Question> when, Action then) {}

    private Map<String, Case> actions(String name, int index, Effect effect) {
        Optional<Action> duty = effect instanceof Effect.Duty owed ? duty(index, owed) : Optional.empty();
        if (duty.isPresent()) {
            return Map.of(name, new Case(List.of(), duty.get()));
        } else if (effect instanceof Effect.Instead instead) {
            return instead(name, index, instead);
        }
        return Map.of(name, new Case(List.of(), new Action.Say(index)));
    }

    private Optional<Action> duty(int index, Effect.Duty duty) {
        if (duty instanceof Effect.Pay pay) {
            return Optional.of(new Action.Pay(index, lowering.figure(pay.amount())));
        } else if (duty instanceof Effect.PaySplit split) {
            Figure whole = lowering.figure(split.amount());
            List<Figure> shares = split.shares().stream()
                    .map(share -> lowering.figure(share.amount()))
                    .toList();
            return Optional.of(new Action.Share(index, whole, shares));
        } else if (duty instanceof Effect.AssetDuty moved) {
            return Optional.of(new Action.Owe(index, lowering.figure(moved.amount())));
        }
        return duty instanceof Effect.Deliver deliver
                ? Optional.of(new Action.Owe(index, lowering.figure(deliver.amount())))
                : Optional.empty();
    }

    private Map<String, Case> instead(String name, int index, Effect.Instead instead) {
        int slot = lowering.slotOf(instead.term())
                .orElseThrow(() -> new CannotPlan(name, instead.term() + " has no value in " + period));
        Map<String, Case> actions = new LinkedHashMap<>();
        new ValueLowering(lowering, instead.term(), instead.limits())
                .of(instead.value())
                .forEach(choice -> {
                    Action action = choice.figure()
                            .<Action>map(figure -> new Action.Replace(slot, figure, index))
                            .orElseGet(() -> new Action.Refuse(terms.size() + index));
                    actions.put(name + choice.name(), new Case(choice.when(), action));
                });
        return actions;
    }

    /** Rules whose term may be replaced or whose clause may be switched off ask for that first. */
    private void guardStates() {
        for (int i = 0; i < sentences.size(); i++) {
            Effect effect = sentences.get(i).in(agreement).effect();
            if (effect instanceof Effect.Instead instead) {
                int slot = slots.get(instead.term());
                groups.get(slot).ask(new Question.State(Question.State.Kind.NOT_REPLACED, slot));
            }
            int clause = sentences.get(i).clause();
            if (sentences.stream().anyMatch(other -> other.switchesOff().contains(clause))) {
                groups.get(terms.size() + i).ask(new Question.State(Question.State.Kind.IN_FORCE, clause));
            }
        }
    }

    /** Sentences whose figure grows with lateness wait for the payment. */
    private List<Sentence> markedLate(Uses uses) {
        List<Sentence> marked = new ArrayList<>();
        for (int i = 0; i < sentences.size(); i++) {
            Sentence each = sentences.get(i);
            boolean late = uses.inputsBehind(terms.size() + i).stream()
                    .anyMatch(input -> lowering.demands().get(input) instanceof Counting.DaysLate);
            marked.add(new Sentence(
                    each.clause(),
                    each.provision(),
                    each.guard(),
                    each.events(),
                    late,
                    each.excepts(),
                    each.switchesOff()));
        }
        return marked;
    }

    private static List<Question> joined(List<Question> first, List<Question> then) {
        List<Question> all = new ArrayList<>(first);
        all.addAll(then);
        return all;
    }
}
