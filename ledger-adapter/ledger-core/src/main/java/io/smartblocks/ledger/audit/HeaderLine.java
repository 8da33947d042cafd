package io.smartblocks.ledger.audit;

import io.smartblocks.ledger.transaction.CanonicalJson;
import io.smartblocks.ledger.transaction.MalformedJson;

/** A header as it stands on one line of a file of headers. */
public final class HeaderLine {

    private HeaderLine() {}

    /** The line of a header, without its end. */
    public static String write(SignedHeader header) {
        return CanonicalJson.write(header);
    }

    /**
     * Reads a line.
     *
     * @throws MalformedJson when it is no header, or is not the one text that this header has
     */
    public static SignedHeader read(String line) {
        return CanonicalJson.readCanonical(line, SignedHeader.class);
    }
}
