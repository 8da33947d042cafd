package io.smartblocks.ledger.transaction;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes values and records as canonical JSON, and copies those that were written before where writings are shared. */
final class RecordWriting {

    private static final int MOST_DIGITS = 30;

    private RecordWriting() {}

    static void write(@Nullable Object value, JsonBytes out, @Nullable SharedWriting shared) {
        if (value instanceof Long || value instanceof Integer) {
            writeInteger(((Number) value).longValue(), out);
        } else if (value == null) {
            out.put("null");
        } else if (value instanceof String text) {
            out.string(text);
        } else if (value instanceof Boolean truth) {
            out.put(truth.toString());
        } else if (value instanceof Record inner) {
            writeRecord(inner, out, shared);
        } else if (value instanceof Collection<?> items) {
            writeList(items, out, shared);
        } else if (value instanceof Map<?, ?> map) {
            writeMap(map, out, shared);
        } else {
            out.string(text(value));
        }
    }

    private static String text(Object value) {
        if (value instanceof BigDecimal decimal) {
            return plain(decimal);
        }
        if (value instanceof Enum<?> constant) {
            return TypeNames.nameOf(constant);
        }
        if (value instanceof Instant || value instanceof LocalDate || value instanceof ZoneId) {
            return value.toString();
        }
        throw new IllegalArgumentException("a " + value.getClass().getName() + " has no canonical form");
    }

    private static String plain(BigDecimal decimal) {
        long wholeDigits = (long) decimal.precision() - decimal.scale();
        if (wholeDigits > MOST_DIGITS || decimal.scale() > MOST_DIGITS) {
            throw new IllegalArgumentException("a decimal of more than " + MOST_DIGITS
                    + " digits before or after its point has no canonical form");
        }
        return decimal.toPlainString();
    }

    private static void writeInteger(long number, JsonBytes out) {
        if (!JsonText.isExact(number)) {
            throw new IllegalArgumentException(
                    number + " has no canonical form: expected at most " + JsonText.LARGEST_INTEGER);
        }
        out.number(number);
    }

    private static void writeRecord(Record value, JsonBytes out, @Nullable SharedWriting shared) {
        if (shared == null) {
            writeFields(value, out, null);
        } else if (!shared.copies(value, out)) {
            int from = out.length();
            writeFields(value, out, shared);
            shared.wrote(value, from, out.length());
        }
    }

    private static void writeFields(Record value, JsonBytes out, @Nullable SharedWriting shared) {
        RecordShape shape = RecordShape.of(value.getClass());
        if (shape.wraps()) {
            write(component(shape.fields().get(0), value), out, shared);
            return;
        }
        char before = '{';
        int at = 0;
        for (RecordShape.Field field : shape.fields()) {
            before = writeTypeAt(at++, shape, before, out);
            Object content = component(field, value);
            if (content instanceof Optional<?> maybe) {
                if (maybe.isEmpty()) {
                    continue;
                }
                content = maybe.get();
            }
            out.put(before);
            out.put(field.opening());
            write(content, out, shared);
            before = ',';
        }
        before = writeTypeAt(at, shape, before, out);
        out.put(before == '{' ? "{}" : "}");
    }

    private static char writeTypeAt(int place, RecordShape shape, char before, JsonBytes out) {
        if (place != shape.typePlace()) {
            return before;
        }
        out.put(before);
        out.put("\"type\":\"");
        out.put(shape.typeName().orElseThrow());
        out.put('"');
        return ',';
    }

    private static @Nullable Object component(RecordShape.Field field, Record value) {
        try {
            return field.accessor().invokeExact(value);
        } catch (Throwable broken) {
            throw new IllegalStateException("field '" + field.name() + "' of " + value + " cannot be read", broken);
        }
    }

    private static void writeList(Collection<?> items, JsonBytes out, @Nullable SharedWriting shared) {
        out.put('[');
        boolean first = true;
        for (Object item : items) {
            if (!first) {
                out.put(',');
            }
            first = false;
            write(item, out, shared);
        }
        out.put(']');
    }

    private static void writeMap(Map<?, ?> map, JsonBytes out, @Nullable SharedWriting shared) {
        Map<String, Object> sorted = new TreeMap<>();
        map.forEach((key, value) -> sorted.put((String) key, value));
        out.put('{');
        boolean first = true;
        for (Map.Entry<String, Object> entry : sorted.entrySet()) {
            if (!first) {
                out.put(',');
            }
            first = false;
            out.string(entry.getKey());
            out.put(':');
            write(entry.getValue(), out, shared);
        }
        out.put('}');
    }
}
