package io.smartblocks.dsl.diagnostic;

import io.smartblocks.dsl.diagnostic.DiagnosticPrinter.Excerpt;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Draws what stands under a line: carets under the main words, dashes under others, and what is said of each. */
final class Marks {

    private Marks() {}

    static List<String> under(Diagnostic diagnostic, Excerpt excerpt) {
        SourceRange range = diagnostic.range();
        List<Diagnostic.Note> sameLine = diagnostic.notes().stream()
                .filter(note -> note.range().line() == range.line())
                .toList();
        List<Diagnostic.Note> others =
                sameLine.stream().filter(note -> !note.range().equals(range)).toList();
        StringBuilder marks = new StringBuilder();
        others.forEach(note -> draw(marks, note.range(), '-', excerpt));
        draw(marks, range, '^', excerpt);
        String said = sameLine.stream()
                .filter(note -> note.range().equals(range))
                .map(Diagnostic.Note::text)
                .collect(Collectors.joining("; "));
        if (!said.isEmpty()) {
            marks.append(' ').append(said);
        }
        List<String> lines = new ArrayList<>();
        lines.add(marks.toString());
        others.forEach(note -> lines.add(" ".repeat(excerpt.place(note.range().column())) + note.text()));
        return lines;
    }

    private static void draw(StringBuilder marks, SourceRange range, char mark, Excerpt excerpt) {
        int from = excerpt.place(range.column());
        int to = Math.max(from + 1, excerpt.place(range.column() + range.end() - range.start()));
        while (marks.length() < to) {
            marks.append(' ');
        }
        for (int i = from; i < to; i++) {
            marks.setCharAt(i, mark);
        }
    }
}
