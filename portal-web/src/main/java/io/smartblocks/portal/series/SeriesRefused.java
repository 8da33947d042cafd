package io.smartblocks.portal.series;

/** A file of values that cannot be used, with its line and what was expected there. */
public final class SeriesRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int line;
    private final String found;
    private final String expected;

    SeriesRefused(String name, String source, int line, String found, String expected) {
        super("The values of %s cannot be used.\n%s:%d: %s; expected %s."
                .formatted(name, source, line, found, expected));
        this.line = line;
        this.found = found;
        this.expected = expected;
    }

    /** The line, from 1. */
    public int line() {
        return line;
    }

    /** What stands there. */
    public String found() {
        return found;
    }

    /** What should stand there. */
    public String expected() {
        return expected;
    }
}
