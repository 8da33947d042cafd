package io.smartblocks.dsl.diagnostic;

/** How much a diagnostic weighs: only an error keeps a text from being an agreement. */
public enum Severity {
    ERROR,
    WARNING,
    NOTE;

    /** The word as it is printed. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
