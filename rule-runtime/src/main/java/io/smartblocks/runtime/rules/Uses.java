package io.smartblocks.runtime.rules;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * What the places of a plan use, themselves and through terms; a place is a term, or a sentence behind all terms. What
 * stands behind a place is found once for a shape, since the trace of every line asks for it.
 */
final class Uses {

    private final int terms;
    private final List<BitSet> termUses;
    private final List<BitSet> inputUses;
    private final AtomicReferenceArray<Backing> backings;

    /** Of each place the terms and the inputs that it uses itself. */
    Uses(int terms, List<BitSet> termUses, List<BitSet> inputUses) {
        this.terms = terms;
        this.termUses = List.copyOf(termUses);
        this.inputUses = List.copyOf(inputUses);
        this.backings = new AtomicReferenceArray<>(termUses.size());
    }

    /** Of each place the inputs that it uses itself. */
    List<BitSet> inputs() {
        return inputUses;
    }

    /** All terms that a place uses, itself and through other terms; a term counts as one of its own. */
    BitSet termsBehind(int place) {
        BitSet behind = new BitSet();
        BitSet open = (BitSet) termUses.get(place).clone();
        if (place < terms) {
            open.set(place);
        }
        while (!open.isEmpty()) {
            int term = open.nextSetBit(0);
            behind.set(term);
            open.or(termUses.get(term));
            open.andNot(behind);
        }
        return behind;
    }

    /** All inputs that a place uses, itself and through terms. */
    BitSet inputsBehind(int place) {
        BitSet inputs = (BitSet) inputUses.get(place).clone();
        termsBehind(place).stream().forEach(term -> inputs.or(inputUses.get(term)));
        return inputs;
    }

    /** What stands behind a place of a plan that has these uses. */
    Backing behind(Plan plan, int place) {
        Backing known = backings.get(place);
        if (known == null) {
            known = backing(plan, place);
            backings.set(place, known);
        }
        return known;
    }

    private Backing backing(Plan plan, int place) {
        BitSet behind = termsBehind(place);
        TreeSet<String> meters = new TreeSet<>();
        inputsBehind(place).stream()
                .forEach(input -> meters.addAll(plan.demands().get(input).meters()));
        Set<String> rules = new HashSet<>();
        for (PlannedRule rule : plan.rules()) {
            boolean replaces = rule.then() instanceof Action.Replace replace && behind.get(replace.term());
            if (rule.place() == place || behind.get(rule.place()) || replaces) {
                rules.add(rule.name());
            }
        }
        return new Backing(behind.stream().boxed().toList(), List.copyOf(meters), Set.copyOf(rules));
    }

    /** The terms, meters and rules behind one place; lists that come out alike are one list, so that they are written once. */
    static final class Backing {

        private static final int KEPT = 8;

        private final List<Integer> terms;
        private final List<String> meters;
        private final Set<String> rules;
        private volatile List<List<String>> lists = List.of();

        private Backing(List<Integer> terms, List<String> meters, Set<String> rules) {
            this.terms = terms;
            this.meters = meters;
            this.rules = rules;
        }

        /** The slots of the terms, in their order. */
        List<Integer> terms() {
            return terms;
        }

        /** The meters, by name. */
        List<String> meters() {
            return meters;
        }

        /** Those of some rules that stand behind the place, in the order given. */
        List<String> of(List<String> fired) {
            List<String> found = new ArrayList<>(rules.size());
            for (String rule : fired) {
                if (rules.contains(rule)) {
                    found.add(rule);
                }
            }
            return shared(found);
        }

        /** The same list as before, if there was one. */
        List<String> shared(List<String> list) {
            for (List<String> known : lists) {
                if (known.equals(list)) {
                    return known;
                }
            }
            List<String> made = List.copyOf(list);
            if (lists.size() < KEPT) {
                List<List<String>> more = new ArrayList<>(lists);
                more.add(made);
                lists = List.copyOf(more);
            }
            return made;
        }
    }
}
