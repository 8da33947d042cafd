package io.smartblocks.ledger.meter.greenbutton;

/** A Green Button file that cannot be read: where, what was found, what was expected and how to mend it. */
public final class MalformedFeed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final long line;
    private final String found;
    private final String expected;
    private final String mend;

    MalformedFeed(String code, long line, String found, String expected, String mend) {
        super("line " + line + ": " + found + "; expected " + expected);
        this.code = code;
        this.line = line;
        this.found = found;
        this.expected = expected;
        this.mend = mend;
    }

    public String code() {
        return code;
    }

    public long line() {
        return line;
    }

    public String found() {
        return found;
    }

    public String expected() {
        return expected;
    }

    public String mend() {
        return mend;
    }
}
