package io.smartblocks.runtime.rules;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.agreement.Effect;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * Puts rules into strata. A rule's questions are asked when the fact of its stratum is inserted, so what they use must
 * stand in an earlier stratum; what its figure uses need only fire before it.
 */
final class Strata {

    private static final int OPEN = -2;
    private static final int NEW = -1;

    private final Agreement agreement;
    private final List<Integer> terms;
    private final List<Sentence> sentences;
    private final List<RuleGroup> groups;
    private final List<Demand> demands;
    private final int[] stratum;
    private final List<Integer> order = new ArrayList<>();

    Strata(
            Agreement agreement,
            List<Integer> terms,
            List<Sentence> sentences,
            List<RuleGroup> groups,
            List<Demand> demands) {
        this.agreement = agreement;
        this.terms = terms;
        this.sentences = sentences;
        this.groups = groups;
        this.demands = demands;
        this.stratum = new int[groups.size()];
        Arrays.fill(stratum, NEW);
        for (int place = 0; place < stratum.length; place++) {
            visit(place);
        }
    }

    int count() {
        return Arrays.stream(stratum).max().orElse(0) + 1;
    }

    List<PlannedRule> rules() {
        List<PlannedRule> rules = new ArrayList<>();
        order.stream().sorted(Comparator.comparingInt(place -> stratum[place])).forEach(place -> {
            for (RuleGroup.Draft draft : groups.get(place).drafts()) {
                rules.add(new PlannedRule(draft.name(), place, stratum[place], draft.when(), draft.then()));
            }
        });
        return rules;
    }

    private int visit(int place) {
        if (stratum[place] == OPEN) {
            throw new CannotPlan(name(place), name(place) + " depends on itself");
        }
        if (stratum[place] != NEW) {
            return stratum[place];
        }
        stratum[place] = OPEN;
        RuleGroup group = groups.get(place);
        BitSet asked = group.askedTerms(demands);
        int needed = after(awaited(group.askedInputs()), 1);
        needed = Math.max(needed, after(asked, 1));
        needed = Math.max(needed, after(replacing(place), 1));
        needed = Math.max(needed, after(group.termUses(demands), 0));
        needed = Math.max(needed, after(awaited(group.inputUses()), 0));
        stratum[place] = needed;
        order.add(place);
        return needed;
    }

    private int after(BitSet places, int strata) {
        return places.stream().map(place -> visit(place) + strata).max().orElse(0);
    }

    /** The sentences that may replace a term, or switch off the clause of a sentence. */
    private BitSet replacing(int place) {
        BitSet places = new BitSet();
        for (int i = 0; i < sentences.size(); i++) {
            Sentence other = sentences.get(i);
            boolean replaces = place < terms.size()
                    ? other.in(agreement).effect() instanceof Effect.Instead instead
                            && instead.term().equals(name(place))
                    : other.switchesOff()
                            .contains(sentences.get(place - terms.size()).clause());
            if (replaces) {
                places.set(terms.size() + i);
            }
        }
        return places;
    }

    /** The sentences whose lines an account adds up. */
    private BitSet awaited(BitSet inputs) {
        BitSet places = new BitSet();
        inputs.stream().forEach(input -> {
            List<String> clauses = demands.get(input).awaits();
            for (int i = 0; i < sentences.size(); i++) {
                Sentence sentence = sentences.get(i);
                if (clauses.contains(sentence.clauseIn(agreement).number())
                        && sentence.in(agreement).effect() instanceof Effect.Payment) {
                    places.set(terms.size() + i);
                }
            }
        });
        return places;
    }

    private String name(int place) {
        return place < terms.size()
                ? agreement.terms().get(terms.get(place)).name()
                : sentences.get(place - terms.size()).where(agreement);
    }

    /** The terms that a place uses itself, also through sentences that it awaits or that may change it. */
    BitSet termUses(int place) {
        BitSet uses = groups.get(place).termUses(demands);
        sentencesBehind(place).stream().forEach(sentence -> uses.or(termUses(sentence)));
        return uses;
    }

    /** The inputs that a place uses itself, also through sentences that it awaits or that may change it. */
    BitSet inputUses(int place) {
        BitSet uses = groups.get(place).inputUses();
        sentencesBehind(place).stream().forEach(sentence -> uses.or(inputUses(sentence)));
        return uses;
    }

    private BitSet sentencesBehind(int place) {
        BitSet sentencesBehind = replacing(place);
        sentencesBehind.or(awaited(groups.get(place).inputUses()));
        return sentencesBehind;
    }
}
