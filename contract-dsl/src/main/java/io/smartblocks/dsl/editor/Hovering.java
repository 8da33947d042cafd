package io.smartblocks.dsl.editor;

import io.smartblocks.dsl.syntax.Lexeme;
import io.smartblocks.dsl.units.Unit;
import java.util.List;
import java.util.Optional;

/** Says what the word under the pointer is. */
final class Hovering {

    private final Writing writing;
    private final List<Lexeme> words;

    Hovering(Writing writing) {
        this.writing = writing;
        this.words = writing.lexemes().stream()
                .filter(lexeme -> lexeme.kind() != Lexeme.Kind.NOTE)
                .toList();
    }

    Optional<Explained> at(int offset) {
        return writing.named(offset).map(it -> new Facts(writing).of(it)).or(() -> word(offset));
    }

    private Optional<Explained> word(int offset) {
        for (int i = 0; i < words.size(); i++) {
            Lexeme word = words.get(i);
            if (Span.of(word.at()).touches(offset)
                    && (word.kind() == Lexeme.Kind.KEYWORD || word.kind() == Lexeme.Kind.UNIT)) {
                int place = i;
                return (word.kind() == Lexeme.Kind.UNIT ? unit(word) : Optional.<Explained>empty())
                        .or(() -> step(place))
                        .or(() -> wording(place));
            }
        }
        return Optional.empty();
    }

    private static Optional<Explained> unit(Lexeme word) {
        Unit unit = Unit.of(word.text());
        Optional<Unit> base = unit.dimensions().size() == 1
                ? Optional.of(Unit.of(unit.dimensions().keySet().iterator().next()))
                : Optional.empty();
        List<String> facts = base.filter(it -> !it.symbol().equals(unit.symbol()))
                .map(it -> List.of(
                        "1 %s is %s %s.".formatted(unit.symbol(), unit.scale().dividedBy(it.scale()), it.symbol())))
                .orElse(List.of());
        return Optional.of(new Explained(Span.of(word.at()), word.text() + ", a unit", "", facts));
    }

    /** {@code for each full 0.1 % of}: a step, which counts; in % it is one of percentage points. */
    private Optional<Explained> step(int index) {
        int start = index;
        while (start > 0 && !is(start, "for") && index - start < 3) {
            start--;
        }
        boolean full = is(start + 2, "full");
        int number = start + (full ? 3 : 2);
        if (!is(start, "for") || !is(start + 1, "each") || !isFigure(number)) {
            return Optional.empty();
        }
        int of = number;
        while (of < words.size() - 1 && !is(of, "of") && of - number < 8) {
            of++;
        }
        Span at = new Span(words.get(start).at().start(), words.get(of).at().end());
        String wording = writing.line(at);
        String step = writing.line(
                new Span(words.get(number).at().start(), words.get(of).at().start()));
        return Optional.of(new Explained(
                at,
                wording.substring(0, wording.length() - 1),
                "",
                List.of(steps(full), points(step.substring(0, step.length() - 1))).stream()
                        .filter(fact -> !fact.isEmpty())
                        .toList()));
    }

    private static String steps(boolean full) {
        return full
                ? "Once for each whole step in the amount; a part of a step counts for nothing, and so does an amount below zero."
                : "In proportion to the steps in the amount.";
    }

    private static String points(String step) {
        return step.endsWith("%")
                ? "The step is in percentage points: %s is this much of the whole, not a share of the amount that follows."
                        .formatted(step)
                : "";
    }

    private Optional<Explained> wording(int index) {
        List<String> texts = words.stream()
                .map(word -> word.kind() == Lexeme.Kind.KEYWORD ? word.text() : "\u0000")
                .toList();
        return KeywordHelp.around(texts, index)
                .map(found -> new Explained(
                        new Span(
                                words.get(found.first()).at().start(),
                                words.get(found.last()).at().end()),
                        found.wording(),
                        "",
                        List.of(found.help())));
    }

    private boolean is(int index, String keyword) {
        return index < words.size()
                && words.get(index).kind() == Lexeme.Kind.KEYWORD
                && words.get(index).text().equals(keyword);
    }

    private boolean isFigure(int index) {
        return index < words.size()
                && (words.get(index).kind() == Lexeme.Kind.NUMBER
                        || words.get(index).text().equals("-"));
    }
}
