package io.smartblocks.ledger.meter;

import static java.util.Objects.requireNonNull;

/** One thing wrong with a readings file: where it stands, what was found, what was expected and how to mend it. */
public record Problem(String code, String file, long line, String found, String expected, String mend) {

    public Problem {
        requireNonNull(code, "code");
        requireNonNull(file, "file");
        requireNonNull(found, "found");
        requireNonNull(expected, "expected");
        requireNonNull(mend, "mend");
    }

    /** The problem as one line of text, beginning with the file and the line as compilers write it. */
    public String text() {
        String where = line > 0 ? file + ":" + line : file;
        return where + ": " + found + "; expected " + expected + ". " + mend;
    }
}
