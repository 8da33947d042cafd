package io.smartblocks.ledger.embedded;

import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Walks through canonical JSON, byte by byte, without building what it stands for. */
final class JsonWalk {

    private final byte[] text;
    private int at;

    JsonWalk(byte[] text) {
        this.text = text;
    }

    /** How many bytes lie behind. */
    int at() {
        return at;
    }

    /** Walks through an object; whoever takes a field's name walks through its value. */
    void object(Consumer<String> field) {
        expect('{');
        if (next('}')) {
            return;
        }
        do {
            String name = string();
            expect(':');
            field.accept(name);
        } while (next(','));
        expect('}');
    }

    /** Walks through an array; the taker walks through each item. */
    void array(Runnable item) {
        expect('[');
        if (next(']')) {
            return;
        }
        do {
            item.run();
        } while (next(','));
        expect(']');
    }

    /** Reads a string. */
    String string() {
        int start = at + 1;
        boolean plain = skipString();
        String raw = new String(text, start, at - 1 - start, StandardCharsets.UTF_8);
        return plain ? raw : unescaped(raw);
    }

    /** Goes behind the value that stands here. */
    void skip() {
        int depth = 0;
        do {
            byte c = here();
            if (c == '"') {
                skipString();
            } else {
                depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
                at++;
            }
        } while (depth > 0 || at < text.length && isWithinPlain(text[at], text[at - 1]));
    }

    /** Whether a number or word goes on here. */
    private static boolean isWithinPlain(byte c, byte before) {
        boolean ended = before == '"' || before == '}' || before == ']';
        return !ended && c != ',' && c != '}' && c != ']';
    }

    private boolean skipString() {
        expect('"');
        boolean plain = true;
        while (here() != '"') {
            if (text[at] == '\\') {
                plain = false;
                at++;
            }
            at++;
        }
        at++;
        return plain;
    }

    private static String unescaped(String raw) {
        StringBuilder out = new StringBuilder(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c != '\\') {
                out.append(c);
                continue;
            }
            char escaped = raw.charAt(++i);
            switch (escaped) {
                case 'b' -> out.append('\b');
                case 't' -> out.append('\t');
                case 'n' -> out.append('\n');
                case 'f' -> out.append('\f');
                case 'r' -> out.append('\r');
                case 'u' -> {
                    out.append((char) Integer.parseInt(raw.substring(i + 1, i + 5), 16));
                    i += 4;
                }
                default -> out.append(escaped);
            }
        }
        return out.toString();
    }

    private boolean next(char c) {
        if (here() == c) {
            at++;
            return true;
        }
        return false;
    }

    private void expect(char c) {
        if (here() != c) {
            throw new IllegalArgumentException(
                    "at byte " + at + " stands '" + (char) here() + "'; expected '" + c + "'");
        }
        at++;
    }

    private byte here() {
        if (at >= text.length) {
            throw new IllegalArgumentException("the text ends at byte " + at);
        }
        return text[at];
    }
}
