package io.smartblocks.runtime.evidence;

import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * The one byte form of a JSON value: sorted keys, no white space, UTF-8; strings, whole numbers, booleans, lists and
 * sorted maps only, so decimals travel as strings.
 */
public final class CanonicalJson {

    private CanonicalJson() {}

    /** The bytes of a value. */
    public static byte[] write(Object value) {
        StringBuilder out = new StringBuilder(4096);
        append(out, value);
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void append(StringBuilder out, Object value) {
        if (value instanceof String text) {
            appendText(out, text);
        } else if (value instanceof Integer || value instanceof Long || value instanceof Boolean) {
            out.append(value);
        } else if (value instanceof List<?> list) {
            appendList(out, list);
        } else if (value instanceof SortedMap<?, ?> map) {
            appendMap(out, map);
        } else {
            throw new IllegalArgumentException("canonical JSON has no form for " + value.getClass() + ": " + value);
        }
    }

    private static void appendList(StringBuilder out, List<?> list) {
        out.append('[');
        for (Iterator<?> each = list.iterator(); each.hasNext(); ) {
            append(out, each.next());
            out.append(each.hasNext() ? "," : "");
        }
        out.append(']');
    }

    private static void appendMap(StringBuilder out, SortedMap<?, ?> map) {
        out.append('{');
        for (Iterator<? extends Map.Entry<?, ?>> each = map.entrySet().iterator(); each.hasNext(); ) {
            Map.Entry<?, ?> entry = each.next();
            append(out, entry.getKey());
            out.append(':');
            append(out, entry.getValue());
            out.append(each.hasNext() ? "," : "");
        }
        out.append('}');
    }

    private static void appendText(StringBuilder out, String text) {
        out.append('"');
        int plain = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\' || c < 0x20) {
                out.append(text, plain, i);
                out.append(c < 0x20 ? String.format("\\u%04x", (int) c) : "\\" + c);
                plain = i + 1;
            }
        }
        out.append(text, plain, text.length()).append('"');
    }
}
