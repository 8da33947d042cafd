package io.smartblocks.dsl.diagnostic;

import java.util.List;
import java.util.regex.Pattern;

/** Prints diagnostics for a terminal: the line they are about, carets under the words, and how to mend them. */
public final class DiagnosticPrinter {

    private static final int WIDEST = 160;
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}&&[^\u200C\u200D]]");

    private DiagnosticPrinter() {}

    /** All diagnostics of a text, each followed by an empty line. */
    public static String print(SourceText source, List<Diagnostic> diagnostics) {
        List<String> lines = source.lines();
        StringBuilder out = new StringBuilder();
        for (Diagnostic diagnostic : diagnostics) {
            print(source.name(), lines, diagnostic, out);
            out.append('\n');
        }
        return out.toString();
    }

    private static void print(String name, List<String> lines, Diagnostic diagnostic, StringBuilder out) {
        SourceRange range = diagnostic.range();
        String number = Integer.toString(range.line());
        String margin = " ".repeat(number.length());
        out.append("%s[%s]: %s\n".formatted(diagnostic.severity().word(), diagnostic.code(), diagnostic.message()));
        out.append("%s--> %s:%d:%d\n".formatted(margin, name, range.line(), range.column()));
        out.append(margin).append(" |\n");
        Excerpt excerpt = Excerpt.of(lines.get(Math.min(range.line(), lines.size()) - 1), range, WIDEST);
        out.append("%s | %s\n".formatted(number, excerpt.text()));
        for (String marks : Marks.under(diagnostic, excerpt)) {
            out.append("%s | %s\n".formatted(margin, marks));
        }
        for (Diagnostic.Note note : diagnostic.notes()) {
            if (note.range().line() != range.line()) {
                out.append("%s = note: line %d: %s\n"
                        .formatted(margin, note.range().line(), note.text()));
            }
        }
        for (Diagnostic.Fix fix : diagnostic.fixes()) {
            out.append("%s = help: %s\n".formatted(margin, fix.text().replace("\n", "\n" + margin + "     ")));
        }
    }

    /** The part of a line that is shown, with {@code �} for what cannot be seen; {@code skipped} characters are before it. */
    record Excerpt(String text, int skipped) {

        static Excerpt of(String line, SourceRange range, int widest) {
            String plain = UNSEEN.matcher(line.replace('\t', ' ')).replaceAll("\uFFFD");
            if (plain.length() <= widest) {
                return new Excerpt(plain, 0);
            }
            int from = Math.max(0, Math.min(range.column() - 1 - widest / 2, plain.length() - widest));
            return new Excerpt(plain.substring(from, from + widest), from);
        }

        /** The column of a terminal, from zero, where a column of the source line stands. */
        int place(int column) {
            return Width.of(text.substring(0, Math.max(0, Math.min(column - 1 - skipped, text.length()))));
        }
    }
}
