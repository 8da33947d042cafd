package io.smartblocks.dsl.format;

import io.smartblocks.dsl.syntax.Lexeme;
import java.util.ArrayList;
import java.util.List;

/** Puts sentences and notes under one another. */
final class Layout {

    private static final int STEP = 2;

    private final StringBuilder out = new StringBuilder();
    private final List<Lexeme> pending = new ArrayList<>();
    private int lastLine;

    /** A note outside a sentence: beside the sentence before if it stands on its line, else above the next. */
    void note(Lexeme note) {
        if (pending.isEmpty() && lastLine == note.at().line() && !out.isEmpty()) {
            out.setLength(out.length() - 1);
            out.append("  ").append(note.text().stripTrailing()).append('\n');
        } else {
            pending.add(note);
        }
    }

    void sentence(List<Lexeme> sentence) {
        int indent = Shape.isPart(sentence) ? STEP : 0;
        pending.forEach(note -> line(note, " ".repeat(indent) + note.text().stripTrailing() + "\n"));
        pending.clear();
        line(sentence.get(0), SentenceLayout.of(sentence, indent));
        lastLine = SentenceLayout.lastLine(sentence.get(sentence.size() - 1));
    }

    String text() {
        pending.forEach(note -> line(note, note.text().stripTrailing() + "\n"));
        pending.clear();
        return out.toString();
    }

    /** Text that begins at a lexeme, after an empty line if there was one. */
    private void line(Lexeme first, String text) {
        if (!out.isEmpty() && first.at().line() > lastLine + 1) {
            out.append('\n');
        }
        out.append(text);
        lastLine = first.at().line();
    }
}
