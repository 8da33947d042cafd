package io.smartblocks.dsl.format;

import io.smartblocks.dsl.syntax.Lexeme;
import java.util.List;
import java.util.Set;

/** Sets one sentence: one space between words, breaks where they belong, long lines wrapped. */
final class SentenceLayout {

    private static final int WIDEST = 132;

    private static final Set<String> CLOSING = Set.of(".", ",", ";", ":", ")");
    private static final Set<String> UNIT_WORDS =
            Set.of("minute", "minutes", "hour", "hours", "day", "days", "month", "months", "year", "years", "late");

    private final StringBuilder out = new StringBuilder();
    private final Breaks breaks;
    private final Gaps gaps = new Gaps();
    private int lineStart;
    private boolean fresh = true;

    private SentenceLayout(Breaks breaks) {
        this.breaks = breaks;
    }

    /** The sentence with its notes, ended by a new line. */
    static String of(List<Lexeme> sentence, int indent) {
        List<Lexeme> words = sentence.stream()
                .filter(lexeme -> lexeme.kind() != Lexeme.Kind.NOTE)
                .toList();
        SentenceLayout layout = new SentenceLayout(Breaks.of(words, indent));
        layout.out.append(" ".repeat(indent));
        int index = 0;
        int line = sentence.get(0).at().line();
        for (Lexeme lexeme : sentence) {
            if (lexeme.kind() == Lexeme.Kind.NOTE) {
                layout.note(lexeme, lexeme.at().line() == line);
            } else {
                layout.word(words, index);
                index++;
            }
            line = lastLine(lexeme);
        }
        return layout.out.toString().stripTrailing() + "\n";
    }

    /** The line on which a lexeme ends. */
    static int lastLine(Lexeme lexeme) {
        return lexeme.at().line()
                + (int) lexeme.text().chars().filter(c -> c == '\n').count();
    }

    private void note(Lexeme note, boolean beside) {
        if (beside) {
            int end = out.length();
            while (Character.isWhitespace(out.charAt(end - 1))) {
                end--;
            }
            out.setLength(end);
            out.append("  ");
        } else if (!fresh) {
            newLine(breaks.wrapped());
        }
        out.append(note.text().stripTrailing());
        newLine(breaks.wrapped());
    }

    private void word(List<Lexeme> words, int index) {
        Lexeme lexeme = words.get(index);
        String text = lexeme.tidy();
        boolean apart = !fresh && isApart(words, index);
        String firstLine = text.split("\n", 2)[0];
        if (apart) {
            gaps.add(words, index, out.length());
        }
        while (!gaps.isEmpty() && out.length() - lineStart + (apart ? 1 : 0) + firstLine.length() >= WIDEST) {
            wrap(gaps.best(lineStart + WIDEST / 2));
            apart = apart && !fresh;
        }
        out.append(apart ? " " : "").append(text);
        if (text.indexOf('\n') >= 0) {
            lineStart = out.lastIndexOf("\n") + 1;
            gaps.clear();
        }
        fresh = false;
        if (index + 1 < words.size()) {
            if (breaks.after().contains(index)) {
                newLine(breaks.hanging());
            } else if (breaks.shares().contains(index)) {
                newLine(breaks.wrapped());
            }
        }
    }

    private void newLine(int indent) {
        out.append('\n');
        lineStart = out.length();
        out.append(" ".repeat(indent));
        fresh = true;
        gaps.clear();
    }

    /** Breaks the line at a gap in it; what stood behind the gap goes on in the next line. */
    private void wrap(int gap) {
        String rest = out.substring(gap).stripLeading();
        out.setLength(gap);
        out.append('\n').append(" ".repeat(breaks.wrapped())).append(rest);
        lineStart = gap + 1;
        fresh = rest.isEmpty();
        gaps.passed(gap, breaks.wrapped());
    }

    /** True if a space stands before the word. */
    private static boolean isApart(List<Lexeme> words, int index) {
        Lexeme before = words.get(index - 1);
        boolean closing = words.get(index).kind() == Lexeme.Kind.SIGN
                && CLOSING.contains(words.get(index).text());
        return !closing && !Shape.isSign(before, "(") && !isNegative(words, index - 1);
    }

    /** True for the minus of a negative figure, not of a difference. */
    private static boolean isNegative(List<Lexeme> words, int index) {
        if (!Shape.isSign(words.get(index), "-") || index == 0) {
            return false;
        }
        Lexeme before = words.get(index - 1);
        return switch (before.kind()) {
            case TERM, UNIT, NUMBER -> false;
            case KEYWORD -> !UNIT_WORDS.contains(before.text());
            default -> !Shape.isSign(before, ")");
        };
    }
}
