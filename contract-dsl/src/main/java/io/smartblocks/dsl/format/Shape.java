package io.smartblocks.dsl.format;

import io.smartblocks.dsl.syntax.Lexeme;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Where the lines of a sentence break. */
enum Shape {
    PLAIN,
    CASES,
    BANDS,
    CLAUSE,
    PROVISION,
    SCENARIO,
    LIST;

    private static final Set<String> STEPS = Set.of("given", "settle", "expect");
    private static final Set<String> EFFECTS = Set.of("shall", "may", "mints", "retires");
    private static final Set<String> GUARDS = Set.of("when", "unless", "for");

    static Shape of(List<Lexeme> sentence) {
        String first = word(sentence, 0);
        if (first.equals("replace")) {
            return of(sentence.subList(1, sentence.size()));
        }
        if (first.equals("clause")) {
            return CLAUSE;
        }
        if (first.equals("scenario")) {
            return SCENARIO;
        }
        if (isGapRule(sentence) || first.equals("table")) {
            return LIST;
        }
        if (GUARDS.contains(first)) {
            return PROVISION;
        }
        if (bands(sentence) >= 0) {
            return BANDS;
        }
        boolean cases = sentence.stream().anyMatch(it -> isKeyword(it, "otherwise"));
        return cases ? CASES : PLAIN;
    }

    /** True for a sentence of the clause or scenario before it. */
    static boolean isPart(List<Lexeme> sentence) {
        String first = word(sentence, 0);
        String second = word(sentence, 1);
        boolean effect = EFFECTS.contains(second)
                || second.equals("is") && word(sentence, 2).equals("instead");
        return STEPS.contains(first)
                || GUARDS.contains(first) && !isGapRule(sentence)
                || first.equals("no")
                || first.equals("nothing")
                || first.equals("settlement")
                || isTerm(sentence) && effect;
    }

    /** Where the colon before the bands stands; negative in a sentence without bands. */
    static int bands(List<Lexeme> sentence) {
        return IntStream.range(1, sentence.size())
                .filter(i -> isSign(sentence.get(i), ":") && isKeyword(sentence.get(i - 1), "bands"))
                .findFirst()
                .orElse(-1);
    }

    static boolean isGuard(Lexeme lexeme) {
        return lexeme.kind() == Lexeme.Kind.KEYWORD && GUARDS.contains(lexeme.text());
    }

    static boolean isKeyword(Lexeme lexeme, String word) {
        return lexeme.kind() == Lexeme.Kind.KEYWORD && lexeme.text().equals(word);
    }

    static boolean isSign(Lexeme lexeme, String sign) {
        return lexeme.kind() == Lexeme.Kind.SIGN && lexeme.text().equals(sign);
    }

    private static boolean isTerm(List<Lexeme> sentence) {
        return sentence.get(0).kind() == Lexeme.Kind.TERM;
    }

    private static boolean isGapRule(List<Lexeme> sentence) {
        return word(sentence, 0).equals("when") && word(sentence, 1).equals("readings");
    }

    private static String word(List<Lexeme> sentence, int index) {
        List<Lexeme> words = sentence.stream()
                .filter(it -> it.kind() != Lexeme.Kind.NOTE)
                .limit(index + 1L)
                .toList();
        return words.size() > index && words.get(index).kind() != Lexeme.Kind.QUOTED
                ? words.get(index).text()
                : "";
    }
}
