package io.smartblocks.portal.paper;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The last line of a printed file, a comment that says what it is a print of. It proves nothing by itself: whoever checks the
 * file prints that again and compares every byte.
 */
public record PaperMark(Kind kind, String hash) {

    private static final String LEAD = "%SmartBlocks ";
    private static final Pattern LINE = Pattern.compile("%SmartBlocks (TEXT|SETTLEMENT) ([0-9a-f]{64})\n$");

    /** What the hash is of. */
    public enum Kind {
        /** An agreement, by the hash of its text. */
        TEXT,
        /** A statement, by the transaction that committed it. */
        SETTLEMENT
    }

    /** The mark of a file; empty where it has none. */
    public static Optional<PaperMark> of(byte[] file) {
        int length = LEAD.length() + Kind.SETTLEMENT.name().length() + 66;
        byte[] end = Arrays.copyOfRange(file, Math.max(0, file.length - length), file.length);
        Matcher line = LINE.matcher(new String(end, ISO_8859_1));
        return line.find() ? Optional.of(new PaperMark(Kind.valueOf(line.group(1)), line.group(2))) : Optional.empty();
    }

    /** The file with the mark as its last line. */
    byte[] on(byte[] file) {
        byte[] line = (LEAD + kind + ' ' + hash + '\n').getBytes(ISO_8859_1);
        byte[] marked = Arrays.copyOf(file, file.length + line.length);
        System.arraycopy(line, 0, marked, file.length, line.length);
        return marked;
    }
}
