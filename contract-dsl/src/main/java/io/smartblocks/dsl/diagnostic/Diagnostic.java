package io.smartblocks.dsl.diagnostic;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One thing said about a text: what it is, where, why, and how to mend it. */
public record Diagnostic(
        Code code, Severity severity, SourceRange range, String message, List<Note> notes, List<Fix> fixes) {

    public Diagnostic {
        requireNonNull(code, "code");
        requireNonNull(message, "message");
        notes = List.copyOf(notes);
        fixes = List.copyOf(fixes);
    }

    /** A remark at a place; at the main range it stands beside the carets. */
    public record Note(SourceRange range, String text) {}

    /** A way to mend the text, and the replacement that does it where there is one. */
    public record Fix(String text, Optional<Edit> edit) {}

    /** What to put in the place of a range. */
    public record Edit(SourceRange range, String replacement) {}

    /** A diagnostic without notes or fixes. */
    public static Diagnostic of(Code code, SourceRange range, String message) {
        return new Diagnostic(code, code.severity(), range, message, List.of(), List.of());
    }

    /** This diagnostic with one more remark at a place. */
    public Diagnostic note(SourceRange at, String text) {
        return new Diagnostic(code, severity, range, message, added(notes, new Note(at, text)), fixes);
    }

    /** This diagnostic with words on how to mend it. */
    public Diagnostic help(String text) {
        return with(new Fix(text, Optional.empty()));
    }

    /** This diagnostic with a replacement that mends it. */
    public Diagnostic fix(String text, SourceRange at, String replacement) {
        return with(new Fix(text, Optional.of(new Edit(at, replacement))));
    }

    /** This diagnostic with one more way to mend it. */
    public Diagnostic with(Fix fix) {
        return new Diagnostic(code, severity, range, message, notes, added(fixes, fix));
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    private static <T> List<T> added(List<T> list, T last) {
        List<T> longer = new ArrayList<>(list);
        longer.add(last);
        return longer;
    }
}
