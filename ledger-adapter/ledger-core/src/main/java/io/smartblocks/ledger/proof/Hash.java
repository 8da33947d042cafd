package io.smartblocks.ledger.proof;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A SHA-256 hash, written as 64 lower-case hexadecimal digits. */
public record Hash(String value) implements Comparable<Hash> {

    /** What stands before the first block. */
    public static final Hash NONE = new Hash("0".repeat(64));

    public Hash {
        if (value.length() != 64 || !isHex(value)) {
            throw new IllegalArgumentException(
                    "'" + value + "' is not a SHA-256 hash: expected 64 lower-case hexadecimal digits");
        }
    }

    /** The hash of some bytes. */
    public static Hash of(byte[] bytes) {
        return ofDigest(sha256().digest(bytes));
    }

    /** The hash of a text's UTF-8 bytes. */
    public static Hash of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The hash whose 32 bytes are known already. */
    public static Hash ofDigest(byte[] digest) {
        return new Hash(HexFormat.of().formatHex(digest));
    }

    /** The hash's 32 bytes. */
    public byte[] bytes() {
        return HexFormat.of().parseHex(value);
    }

    @Override
    public int compareTo(Hash other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }

    /** What hashes bytes that come in pieces; its end is read with {@link #ofDigest}. */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("this Java has no SHA-256", missing);
        }
    }

    private static boolean isHex(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
                return false;
            }
        }
        return true;
    }
}
