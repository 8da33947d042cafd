package io.smartblocks.portal.editor;

import io.smartblocks.dsl.diagnostic.Diagnostic;
import io.smartblocks.dsl.diagnostic.SourceText;
import io.smartblocks.dsl.editor.Change;
import io.smartblocks.dsl.editor.LaidOut;
import io.smartblocks.dsl.editor.OpenText;
import io.smartblocks.dsl.editor.OutlineEntry;
import io.smartblocks.dsl.editor.Suggestion;
import java.util.List;
import java.util.Optional;

/** What the page asks about a text; places are offsets in UTF-16 units, as browsers count them. */
public final class EditorAnswers {

    private static final int MOST_FAULTS = 200;
    private static final int MOST_SUGGESTIONS = 60;

    private final OpenText text;

    /** Reads a text. */
    public EditorAnswers(String text) {
        this.text = OpenText.of(new SourceText("the text", text));
    }

    /** One thing said about the text, where, and the first change that mends it. */
    public record Fault(
            String severity,
            String code,
            String message,
            int line,
            int start,
            int end,
            List<String> help,
            Optional<Mend> mend) {}

    /** A change of the text, and what it does in words. */
    public record Mend(String title, int start, int end, String words) {}

    /** All that is said about the text; {@code more} is how many things are left out. */
    public record Faults(List<Fault> faults, int more) {}

    /** One thing that can be written at the caret. */
    record Offer(String label, String words, String detail, int start, int end) {}

    /** What the word at the caret is. */
    record About(String heading, String words, List<String> facts, int start, int end) {}

    /** The changes that lay the text out, or why that cannot be done. */
    record Layout(List<Mend> changes, String problem) {}

    /** A line of the table of contents. */
    record Entry(String name, String detail, int start) {}

    /** All that is said about the text. */
    public Faults faults() {
        List<Diagnostic> all = text.diagnostics();
        return new Faults(
                all.stream().limit(MOST_FAULTS).map(this::fault).toList(), Math.max(0, all.size() - MOST_FAULTS));
    }

    private Fault fault(Diagnostic said) {
        return new Fault(
                said.severity().word(),
                said.code().name(),
                said.message(),
                text.lines().place(said.range().start()).line() + 1,
                said.range().start(),
                said.range().end(),
                said.fixes().stream().map(Diagnostic.Fix::text).toList(),
                said.fixes().stream()
                        .flatMap(fix -> fix.edit().stream()
                                .map(edit -> new Mend(
                                        fix.text(),
                                        edit.range().start(),
                                        edit.range().end(),
                                        edit.replacement())))
                        .findFirst());
    }

    List<Offer> offers(int caret) {
        return text.suggestions(caret).stream()
                .limit(MOST_SUGGESTIONS)
                .map(EditorAnswers::offer)
                .toList();
    }

    private static Offer offer(Suggestion it) {
        return new Offer(
                it.label(), it.plain(), it.detail(), it.at().start(), it.at().end());
    }

    Optional<About> about(int caret) {
        return text.explained(caret)
                .map(it -> new About(
                        it.heading(),
                        it.words(),
                        it.facts(),
                        it.at().start(),
                        it.at().end()));
    }

    Layout layout() {
        LaidOut laidOut = text.laidOut();
        return new Layout(
                laidOut.changes().stream().map(EditorAnswers::mend).toList(),
                laidOut.errors().stream().map(Diagnostic::message).findFirst().orElse(""));
    }

    /** The text in canonical layout, or as it is where it cannot be read. */
    public String laidOut() {
        return Change.applied(text.text(), text.laidOut().changes());
    }

    private static Mend mend(Change change) {
        return new Mend("", change.at().start(), change.at().end(), change.replacement());
    }

    Colours colours() {
        return Colours.of(text);
    }

    List<Entry> outline() {
        return text.outline().stream().map(EditorAnswers::entry).toList();
    }

    private static Entry entry(OutlineEntry it) {
        return new Entry(it.name(), it.detail(), it.whole().start());
    }
}
