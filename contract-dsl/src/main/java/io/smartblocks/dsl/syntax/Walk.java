package io.smartblocks.dsl.syntax;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.ATN;
import org.antlr.v4.runtime.atn.ATNState;
import org.antlr.v4.runtime.atn.RuleStopState;
import org.antlr.v4.runtime.atn.RuleTransition;
import org.antlr.v4.runtime.atn.Transition;
import org.antlr.v4.runtime.misc.IntervalSet;
import org.jspecify.annotations.Nullable;

/**
 * Every way in which the words so far can be the beginning of a sentence. The reader follows one way and stops at a fault;
 * who completes half a sentence needs all of them.
 */
final class Walk {

    private static final ATN GRAMMAR = EscoParser._ATN;

    private static final Walk START = first();

    private final Set<Place> places;

    private Walk(Set<Place> places) {
        this.places = places;
    }

    /** A state of the grammar in front of a word, and where to go on when the rules around it end. */
    record Place(ATNState state, @Nullable Frame frame) {

        /** The rule that the next word belongs to. */
        String rule() {
            return EscoParser.ruleNames[state.ruleIndex];
        }

        /** The rule that asks for that rule. */
        String caller() {
            return frame == null ? "" : EscoParser.ruleNames[frame.back.ruleIndex];
        }
    }

    /** Where to go on after a rule; knows its hash, which would else be counted through all the rules around. */
    private record Frame(ATNState back, @Nullable Frame outer, int hash) {
        Frame(ATNState back, @Nullable Frame outer) {
            this(back, outer, back.stateNumber * 31 + (outer == null ? 0 : outer.hash * 17));
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }

    /** Before the first word of a sentence. */
    static Walk start() {
        return START;
    }

    private static Walk first() {
        Set<Place> first = new LinkedHashSet<>();
        spread(new Place(GRAMMAR.ruleToStartState[EscoParser.RULE_line], null), first);
        return new Walk(first);
    }

    /** After one more word or sign; without any place if it cannot stand here. */
    Walk step(int type) {
        Set<Place> after = new LinkedHashSet<>();
        places.forEach(place -> step(place, type, after));
        return new Walk(after);
    }

    boolean isLost() {
        return places.isEmpty();
    }

    /** After the first words of a piece. */
    static Walk after(List<Token> tokens, int count) {
        Walk walk = start();
        for (Token token : tokens.subList(0, count)) {
            walk = walk.step(token.getType());
        }
        return walk;
    }

    boolean mayTake(int type) {
        for (Place place : places) {
            for (Transition transition : place.state.getTransitions()) {
                if (!transition.isEpsilon() && transition.matches(type, 1, GRAMMAR.maxTokenType)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Each type of token that may come next, with one place that asks for it. */
    Map<Integer, Set<Place>> next() {
        Map<Integer, Set<Place>> next = new LinkedHashMap<>();
        for (Place place : places) {
            for (Transition transition : place.state.getTransitions()) {
                IntervalSet label = transition.label();
                if (label != null) {
                    label.toList()
                            .forEach(type -> next.computeIfAbsent(type, any -> new LinkedHashSet<>())
                                    .add(place));
                }
            }
        }
        return next;
    }

    private static void step(Place place, int type, Set<Place> after) {
        for (Transition transition : place.state.getTransitions()) {
            if (!transition.isEpsilon() && transition.matches(type, 1, GRAMMAR.maxTokenType)) {
                spread(new Place(transition.target, place.frame), after);
            }
        }
    }

    /** Adds all places in front of a word that can be reached without one. */
    private static void spread(Place first, Set<Place> reached) {
        Set<Place> seen = new LinkedHashSet<>();
        Deque<Place> open = new ArrayDeque<>();
        open.add(first);
        while (!open.isEmpty()) {
            Place place = open.remove();
            if (!seen.add(place)) {
                continue;
            }
            if (place.state instanceof RuleStopState) {
                if (place.frame != null) {
                    open.add(new Place(place.frame.back, place.frame.outer));
                }
                continue;
            }
            for (Transition transition : place.state.getTransitions()) {
                if (transition instanceof RuleTransition rule) {
                    open.add(new Place(rule.target, new Frame(rule.followState, place.frame)));
                } else if (transition.isEpsilon()) {
                    open.add(new Place(transition.target, place.frame));
                } else {
                    reached.add(place);
                }
            }
        }
    }
}
