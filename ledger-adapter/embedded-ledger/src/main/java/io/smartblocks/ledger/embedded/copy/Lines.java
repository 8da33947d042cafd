package io.smartblocks.ledger.embedded.copy;

import io.smartblocks.ledger.proof.Hash;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;

/** The lines of a copy, with the hash of all that was read so far. */
final class Lines {

    private final InputStream in;
    private final MessageDigest digest = sha256();
    private final byte[] buffer = new byte[1 << 16];
    private int at;
    private int filled;

    Lines(InputStream in) {
        this.in = in;
    }

    /** The next line without its end; empty where the file ends, also within a line, or the line is longer. */
    Optional<byte[]> next(int longest) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        while (!ended()) {
            int end = at;
            while (end < filled && buffer[end] != '\n') {
                end++;
            }
            if (line.size() > longest - (end - at)) {
                return Optional.empty();
            }
            line.write(buffer, at, end - at);
            boolean whole = end < filled;
            at = whole ? end + 1 : end;
            if (whole) {
                return Optional.of(line.toByteArray());
            }
        }
        return Optional.empty();
    }

    /** Whether nothing follows, not even a part of a line. */
    boolean ended() throws IOException {
        return at == filled && !fill();
    }

    private boolean fill() throws IOException {
        at = 0;
        filled = Math.max(0, in.read(buffer));
        return filled > 0;
    }

    /** Counts a line among those that the hash is over. */
    void count(byte[] line) {
        digest.update(line);
        digest.update((byte) '\n');
    }

    /** The hash of all lines that were counted, which ends the counting. */
    Hash hash() {
        return Hash.ofDigest(digest.digest());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("this Java has no SHA-256", missing);
        }
    }

    static String text(byte[] line) {
        return new String(line, StandardCharsets.UTF_8);
    }
}
