package io.smartblocks.dsl.format;

import io.smartblocks.dsl.syntax.Lexeme;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Where the lines of a sentence break: after which words, after which shares of a split payment, how far the lines after a
 * break are indented, and how far shares and lines that are wrapped because they are too long.
 */
record Breaks(Set<Integer> after, Set<Integer> shares, int hanging, int wrapped) {

    private static final int STEP = 2;
    private static final int FAR = 28;

    static Breaks of(List<Lexeme> sentence, int indent) {
        return switch (Shape.of(sentence)) {
            case PLAIN -> new Breaks(Set.of(), Set.of(), indent + STEP, indent + STEP);
            case CASES -> cases(sentence, indent);
            case BANDS -> new Breaks(rows(sentence, Shape.bands(sentence)), Set.of(), indent + STEP, indent + 2 * STEP);
            case PROVISION -> new Breaks(guards(sentence, 0), shares(sentence, 0), indent, indent + STEP);
            case CLAUSE, SCENARIO -> headed(sentence);
            case LIST -> new Breaks(list(sentence), Set.of(), STEP, 2 * STEP);
        };
    }

    private static Breaks cases(List<Lexeme> sentence, int indent) {
        Set<Integer> after = new HashSet<>();
        boolean limits = false;
        for (int i = 0; i < sentence.size(); i++) {
            limits |= Shape.isKeyword(sentence.get(i), "otherwise");
            if (Shape.isSign(sentence.get(i), ";") || limits && Shape.isSign(sentence.get(i), ",")) {
                after.add(i);
            }
        }
        int name = sentence.get(0).tidy().length() + " is ".length();
        int hanging = indent + (name <= FAR ? name : 2 * STEP);
        return new Breaks(after, Set.of(), hanging, hanging + STEP);
    }

    private static Breaks headed(List<Lexeme> sentence) {
        Set<Integer> after = new HashSet<>();
        Set<Integer> shares = new HashSet<>();
        for (int i = 0; i < sentence.size() && after.isEmpty(); i++) {
            if (Shape.isSign(sentence.get(i), ":")) {
                after.add(i);
                after.addAll(guards(sentence, i + 1));
                shares.addAll(shares(sentence, i + 1));
            }
        }
        return new Breaks(after, shares, STEP, 2 * STEP);
    }

    /** After the colon of a payment that is split, and after each share. */
    private static Set<Integer> shares(List<Lexeme> sentence, int start) {
        return IntStream.range(start, sentence.size())
                .filter(i -> Shape.isSign(sentence.get(i), ":"))
                .mapToObj(colon -> rows(sentence, colon))
                .findFirst()
                .orElse(Set.of());
    }

    /** After a colon and each part of the list behind it; the limits behind bands are rows too. */
    private static Set<Integer> rows(List<Lexeme> sentence, int colon) {
        Set<Integer> after = new HashSet<>(Set.of(colon));
        IntStream.range(colon, sentence.size())
                .filter(i -> Shape.isSign(sentence.get(i), ";") || Shape.isSign(sentence.get(i), ","))
                .filter(i -> !Shape.isKeyword(sentence.get(i + 1), "described"))
                .forEach(after::add);
        return after;
    }

    /** After each condition; {@code for each P,} stays on the line of what it governs. */
    private static Set<Integer> guards(List<Lexeme> sentence, int start) {
        Set<Integer> after = new HashSet<>();
        int guard = start;
        for (int i = start; i < sentence.size() && Shape.isGuard(sentence.get(guard)); i++) {
            if (Shape.isSign(sentence.get(i), ",")) {
                if (!Shape.isKeyword(sentence.get(guard), "for")) {
                    after.add(i);
                }
                guard = Math.min(i + 1, sentence.size() - 1);
            }
        }
        return after;
    }

    private static Set<Integer> list(List<Lexeme> sentence) {
        Set<Integer> after = new HashSet<>();
        for (int i = 0; i < sentence.size(); i++) {
            boolean colon = Shape.isSign(sentence.get(i), ":") && after.isEmpty();
            if (colon || Shape.isSign(sentence.get(i), ";")) {
                after.add(i);
            }
        }
        return after;
    }
}
