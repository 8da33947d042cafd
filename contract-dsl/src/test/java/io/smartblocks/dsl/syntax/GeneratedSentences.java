package io.smartblocks.dsl.syntax;

import io.smartblocks.dsl.diagnostic.SourceText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.ATN;
import org.antlr.v4.runtime.atn.ATNState;
import org.antlr.v4.runtime.atn.RuleStopState;
import org.antlr.v4.runtime.atn.RuleTransition;
import org.antlr.v4.runtime.atn.Transition;

/**
 * Random sentences of the grammar, found by walking its states; so a new kind of sentence is generated as soon as the
 * grammar has it.
 */
final class GeneratedSentences {

    private static final ATN GRAMMAR = EscoParser._ATN;
    private static final int FAR = 1_000_000;
    private static final int[] SHORTEST = shortest();
    private static final int LONGEST = 60;

    private final Random random;
    private final StringBuilder text = new StringBuilder();
    private final List<Integer> types = new ArrayList<>();

    private GeneratedSentences(Random random) {
        this.random = random;
    }

    /** A sentence with its full stop that reads as one of the rule, word for word as it was generated. */
    static String of(int rule, Random random) {
        for (int attempt = 0; attempt < 1000; attempt++) {
            Optional<String> sentence = attempt(rule, random);
            if (sentence.isPresent()) {
                return sentence.orElseThrow();
            }
        }
        throw new IllegalStateException("no sentence of " + EscoParser.ruleNames[rule] + " reads as it was generated");
    }

    private static Optional<String> attempt(int rule, Random random) {
        GeneratedSentences sentence = new GeneratedSentences(random);
        sentence.walk(rule);
        sentence.write(Tokens.typeOf(".").orElseThrow(), rule);
        String written = sentence.text.toString();
        List<Token> read = new Tokens(new SourceText("generated", written)).all();
        boolean asGenerated = read.stream().map(Token::getType).toList().equals(sentence.types)
                && Tokens.pieces(read).size() == 1;
        return asGenerated ? Optional.of(written) : Optional.empty();
    }

    private void walk(int rule) {
        ATNState state = GRAMMAR.ruleToStartState[rule];
        while (!(state instanceof RuleStopState)) {
            Transition next = choose(state);
            if (next instanceof RuleTransition call) {
                walk(call.ruleIndex);
                state = call.followState;
            } else {
                if (!next.isEpsilon()) {
                    List<Integer> labels = next.label().toList();
                    write(labels.get(random.nextInt(labels.size())), rule);
                }
                state = next.target;
            }
        }
    }

    private Transition choose(ATNState state) {
        Transition[] ways = state.getTransitions();
        if (ways.length == 1) {
            return ways[0];
        }
        int budget = Math.max(0, LONGEST - types.size());
        List<Transition> brief = Arrays.stream(ways)
                .filter(way -> length(way) + SHORTEST[target(way).stateNumber] <= budget)
                .toList();
        if (!brief.isEmpty()) {
            return brief.get(random.nextInt(brief.size()));
        }
        return Arrays.stream(ways)
                .min((a, b) -> Integer.compare(
                        length(a) + SHORTEST[target(a).stateNumber], length(b) + SHORTEST[target(b).stateNumber]))
                .orElseThrow();
    }

    private void write(int type, int rule) {
        String word = Vocabulary.word(type, rule, random);
        boolean tight = text.isEmpty()
                || List.of(",", ";", ":", ".", ")").contains(word)
                || text.toString().endsWith("(");
        text.append(tight ? "" : " ").append(word);
        types.add(type);
    }

    private static ATNState target(Transition way) {
        return way instanceof RuleTransition call ? call.followState : way.target;
    }

    private static int length(Transition way) {
        return way instanceof RuleTransition call
                ? SHORTEST[GRAMMAR.ruleToStartState[call.ruleIndex].stateNumber]
                : way.isEpsilon() ? 0 : 1;
    }

    /** The fewest tokens from each state to the end of its rule. */
    private static int[] shortest() {
        int[] shortest = new int[GRAMMAR.states.size()];
        Arrays.fill(shortest, FAR);
        boolean changed = true;
        while (changed) {
            changed = false;
            for (ATNState state : GRAMMAR.states) {
                int best = state instanceof RuleStopState ? 0 : shortest[state.stateNumber];
                for (Transition way : state instanceof RuleStopState ? new Transition[0] : state.getTransitions()) {
                    int first = way instanceof RuleTransition call
                            ? shortest[GRAMMAR.ruleToStartState[call.ruleIndex].stateNumber]
                            : way.isEpsilon() ? 0 : 1;
                    best = Math.min(best, first + shortest[target(way).stateNumber]);
                }
                changed |= best < shortest[state.stateNumber];
                shortest[state.stateNumber] = best;
            }
        }
        return shortest;
    }
}
