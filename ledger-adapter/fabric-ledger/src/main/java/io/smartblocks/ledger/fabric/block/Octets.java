package io.smartblocks.ledger.fabric.block;

import com.google.protobuf.ByteString;
import io.smartblocks.ledger.proof.Hash;
import java.util.HexFormat;

/** Bytes as they stand in a block, which may be many: shown to people they are cut short. */
public final class Octets {

    private static final int FEW = 32;

    private final ByteString bytes;

    Octets(ByteString bytes) {
        this.bytes = bytes;
    }

    /** Octets of the given bytes. */
    public static Octets of(byte[] bytes) {
        return new Octets(ByteString.copyFrom(bytes));
    }

    public int size() {
        return bytes.size();
    }

    public byte[] bytes() {
        return bytes.toByteArray();
    }

    /** All of it as UTF-8. */
    public String text() {
        return bytes.toStringUtf8();
    }

    public Hash hash() {
        return Hash.of(bytes());
    }

    /**
     * It for people: text with its controls replaced, other bytes as hexadecimal digits, and how much was left out.
     *
     * @param atMost how many characters of it, at least 1
     */
    public String shown(int atMost) {
        return bytes.isValidUtf8() ? shownText(atMost) : shownDigits(atMost);
    }

    private String shownText(int atMost) {
        // a character has up to four bytes, so no more need be looked at
        String text =
                bytes.substring(0, (int) Math.min(bytes.size(), 4L * atMost)).toStringUtf8();
        int end = Math.min(text.length(), atMost);
        if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        boolean whole = bytes.size() <= 4L * atMost && end == text.length();
        return printable(text.substring(0, end)) + (whole ? "" : left());
    }

    private String shownDigits(int atMost) {
        int some = Math.min(bytes.size(), Math.min(FEW, Math.max(1, atMost / 2)));
        String digits = HexFormat.of().formatHex(bytes.substring(0, some).toByteArray());
        return "0x" + digits + (some == bytes.size() ? "" : left());
    }

    private String left() {
        return "… (" + bytes.size() + " bytes)";
    }

    /** A text whose controls, such as those that divide composite keys, can be seen. */
    static String printable(String text) {
        return text.codePoints()
                .map(each -> Character.isISOControl(each) ? '|' : each)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Octets octets && octets.bytes.equals(bytes);
    }

    @Override
    public int hashCode() {
        return bytes.hashCode();
    }

    @Override
    public String toString() {
        return shown(100);
    }
}
