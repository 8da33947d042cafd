package io.smartblocks.runtime.rules;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;

/** The rules of one term or one sentence, before they stand in a stratum. */
final class RuleGroup {

    /** A rule without its stratum. */
    record Draft(String name, List<Question> when, Action then) {}

    private final List<Draft> drafts = new ArrayList<>();

    /** Parts that must all hold are asked one by one, so that the first which does not hold ends the asking. */
    void add(String name, List<Question> when, Action then) {
        drafts.add(new Draft(name, when.stream().flatMap(RuleGroup::parts).toList(), then));
    }

    private static Stream<Question> parts(Question question) {
        return question instanceof Question.Combined combined && combined.all()
                ? combined.parts().stream().flatMap(RuleGroup::parts)
                : Stream.of(question);
    }

    /** Lets all rules of the group ask this first. */
    void ask(Question question) {
        drafts.replaceAll(draft -> {
            if (draft.when().contains(question)) {
                return draft;
            }
            List<Question> when = new ArrayList<>(List.of(question));
            when.addAll(draft.when());
            return new Draft(draft.name(), when, draft.then());
        });
    }

    List<Draft> drafts() {
        return drafts;
    }

    /** The terms used by questions, themselves and through demands. */
    BitSet askedTerms(List<Demand> demands) {
        BitSet terms = new BitSet();
        BitSet inputs = askedInputs();
        drafts.forEach(draft -> draft.when().forEach(question -> question.uses(terms::set, input -> {})));
        through(inputs, demands, terms);
        return terms;
    }

    BitSet askedInputs() {
        BitSet inputs = new BitSet();
        drafts.forEach(draft -> draft.when().forEach(question -> question.uses(term -> {}, inputs::set)));
        return inputs;
    }

    /** The terms used by questions and figures, themselves and through demands. */
    BitSet termUses(List<Demand> demands) {
        BitSet terms = askedTerms(demands);
        drafts.forEach(draft -> figure(draft.then()).forEach(figure -> figure.uses(terms::set, input -> {})));
        through(inputUses(), demands, terms);
        return terms;
    }

    BitSet inputUses() {
        BitSet inputs = askedInputs();
        drafts.forEach(draft -> figure(draft.then()).forEach(figure -> figure.uses(term -> {}, inputs::set)));
        return inputs;
    }

    /** Adds the terms that demands use, themselves and through other demands. */
    static void through(BitSet inputs, List<Demand> demands, BitSet terms) {
        BitSet open = (BitSet) inputs.clone();
        BitSet done = new BitSet();
        while (!open.isEmpty()) {
            int input = open.nextSetBit(0);
            open.clear(input);
            done.set(input);
            demands.get(input).uses(terms::set, more -> {
                if (!done.get(more)) {
                    open.set(more);
                }
            });
        }
    }

    private static List<Figure> figure(Action action) {
        if (action instanceof Action.Settle settle) {
            return List.of(settle.figure());
        } else if (action instanceof Action.Replace replace) {
            return List.of(replace.figure());
        } else if (action instanceof Action.Pay pay) {
            return List.of(pay.figure());
        } else if (action instanceof Action.Owe owe) {
            return List.of(owe.figure());
        } else if (action instanceof Action.Share share) {
            return Stream.concat(Stream.of(share.whole()), share.shares().stream())
                    .toList();
        }
        return List.of();
    }
}
