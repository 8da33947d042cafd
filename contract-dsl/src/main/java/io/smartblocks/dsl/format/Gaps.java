package io.smartblocks.dsl.format;

import io.smartblocks.dsl.syntax.Lexeme;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The places of a line where it may be broken, the best of which is where a part of the sentence ends. */
final class Gaps {

    private static final Set<String> BEGINNINGS = Set.of(
            "within",
            "described",
            "every",
            "over",
            "with",
            "under",
            "and",
            "or",
            "when",
            "payable",
            "exceeds",
            "counted");

    private final List<Gap> gaps = new ArrayList<>();

    /** A space before a word of the line, at a place of the output. */
    private record Gap(int place, Worth worth) {

        Gap moved(int by) {
            return new Gap(place + by, worth);
        }
    }

    private enum Worth {
        PART,
        SUM,
        PHRASE,
        WORD,
        NONE
    }

    void add(List<Lexeme> words, int index, int place) {
        gaps.add(new Gap(place, worth(words.get(index - 1), words.get(index))));
    }

    boolean isEmpty() {
        return gaps.isEmpty();
    }

    void clear() {
        gaps.clear();
    }

    /** The last place of the greatest worth from a place on; where there is none, the same in the whole line. */
    int best(int from) {
        return best(gaps.stream().filter(gap -> gap.place() >= from && gap.worth() != Worth.NONE))
                .or(() -> best(gaps.stream()))
                .orElseThrow()
                .place();
    }

    private static Optional<Gap> best(Stream<Gap> gaps) {
        return gaps.min(Comparator.comparing(Gap::worth).thenComparing(Gap::place, Comparator.reverseOrder()));
    }

    /** Forgets the gaps up to a broken one; those behind it have moved. */
    void passed(int broken, int by) {
        gaps.removeIf(gap -> gap.place() <= broken);
        gaps.replaceAll(gap -> gap.moved(by));
    }

    private static Worth worth(Lexeme before, Lexeme word) {
        if (Shape.isSign(before, ":") || Shape.isSign(before, ",") && word.kind() != Lexeme.Kind.TERM) {
            return Worth.PART;
        }
        boolean figure = before.kind() == Lexeme.Kind.NUMBER || before.kind() == Lexeme.Kind.UNIT || isPer(before);
        boolean unit = word.kind() == Lexeme.Kind.UNIT
                || word.kind() == Lexeme.Kind.KEYWORD && before.kind() == Lexeme.Kind.NUMBER;
        if (figure && (unit || isPer(word) || isPer(before))) {
            return Worth.NONE;
        }
        if ((Shape.isSign(word, "+") || Shape.isSign(word, "-")) && before.kind() != Lexeme.Kind.KEYWORD) {
            return Worth.SUM;
        }
        return word.kind() != Lexeme.Kind.QUOTED && BEGINNINGS.contains(word.text()) ? Worth.PHRASE : Worth.WORD;
    }

    private static boolean isPer(Lexeme word) {
        return Shape.isKeyword(word, "per");
    }
}
