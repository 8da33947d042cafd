package io.smartblocks.ledger.transaction;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** JSON text in UTF-8 that grows at its end; strings and numbers are written as RFC 8785 says. */
final class JsonBytes {

    private static final String HEX = "0123456789abcdef";
    // most bytes of one character, and of one that is written as an escape
    private static final int WIDEST = 6;
    private static final int MOST_DIGITS = 20;

    private byte[] bytes = new byte[512];
    private int end;

    byte[] bytes() {
        return Arrays.copyOf(bytes, end);
    }

    String text() {
        return new String(bytes, 0, end, StandardCharsets.UTF_8);
    }

    void put(char ascii) {
        room(1);
        bytes[end++] = (byte) ascii;
    }

    int length() {
        return end;
    }

    /** Begins another text in the same room. */
    void begin() {
        end = 0;
    }

    void put(byte[] part) {
        put(part, 0, part.length);
    }

    void put(byte[] from, int place, int length) {
        room(length);
        System.arraycopy(from, place, bytes, end, length);
        end += length;
    }

    void put(String ascii) {
        room(ascii.length());
        for (int i = 0; i < ascii.length(); i++) {
            bytes[end++] = (byte) ascii.charAt(i);
        }
    }

    void number(long number) {
        room(MOST_DIGITS);
        long rest = Math.abs(number);
        if (number < 0) {
            bytes[end++] = '-';
        }
        int at = end + digits(rest);
        end = at;
        while (rest > Integer.MAX_VALUE) {
            bytes[--at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        // readings are small, and int divides several times faster
        int small = (int) rest;
        do {
            bytes[--at] = (byte) ('0' + small % 10);
            small /= 10;
        } while (small > 0);
    }

    private static int digits(long number) {
        int digits = 1;
        for (long least = 10; least <= number; least *= 10) {
            digits++;
        }
        return digits;
    }

    void string(String text) {
        put('"');
        int at = 0;
        while (at < text.length()) {
            at = plain(text, at);
            if (at < text.length()) {
                at += special(text, at);
            }
        }
        put('"');
    }

    /** Writes the characters that stand for themselves, or for themselves behind a stroke; tells where the first other one is. */
    private int plain(String text, int from) {
        int length = text.length();
        room((length - from) * 2);
        byte[] to = bytes;
        int out = end;
        int at = from;
        while (at < length) {
            char c = text.charAt(at);
            if (c < ' ' || c >= 0x80) {
                break;
            }
            if (c == '"' || c == '\\') {
                to[out++] = '\\';
            }
            to[out++] = (byte) c;
            at++;
        }
        end = out;
        return at;
    }

    /** Writes a character that does not stand for itself; tells how many chars it took. */
    private int special(String text, int at) {
        room(WIDEST);
        char c = text.charAt(at);
        if (c >= 0x80) {
            return 1 + wide(text, at, c);
        }
        control(c);
        return 1;
    }

    /** Writes a character beyond ASCII; tells how many more chars it took. */
    private int wide(String text, int at, char c) {
        if (Character.isSurrogate(c)) {
            checkPair(text, at);
            int point = text.codePointAt(at);
            bytes[end++] = (byte) (0xf0 | point >> 18);
            bytes[end++] = (byte) (0x80 | point >> 12 & 0x3f);
            bytes[end++] = (byte) (0x80 | point >> 6 & 0x3f);
            bytes[end++] = (byte) (0x80 | point & 0x3f);
            return 1;
        }
        if (c < 0x800) {
            bytes[end++] = (byte) (0xc0 | c >> 6);
        } else {
            bytes[end++] = (byte) (0xe0 | c >> 12);
            bytes[end++] = (byte) (0x80 | c >> 6 & 0x3f);
        }
        bytes[end++] = (byte) (0x80 | c & 0x3f);
        return 0;
    }

    private void control(char c) {
        switch (c) {
            case '\b' -> put("\\b");
            case '\t' -> put("\\t");
            case '\n' -> put("\\n");
            case '\f' -> put("\\f");
            case '\r' -> put("\\r");
            default -> {
                put("\\u00");
                put(HEX.charAt(c >> 4));
                put(HEX.charAt(c & 15));
            }
        }
    }

    private static void checkPair(String text, int at) {
        boolean whole = at + 1 < text.length() && Character.isSurrogatePair(text.charAt(at), text.charAt(at + 1));
        if (!whole) {
            throw new IllegalArgumentException("text with half a character at " + at + " has no canonical form");
        }
    }

    private void room(int more) {
        if (bytes.length - end < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, end + more));
        }
    }
}
