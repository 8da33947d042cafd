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

/** Writes values and records as canonical JSON. */
final class RecordWriting {

    private static final int MOST_DIGITS = 30;

    private RecordWriting() {}

    static void write(@Nullable Object value, StringBuilder out) {
        if (value == null) {
            out.append("null");
        } else if (value instanceof String text) {
            JsonText.writeString(text, out);
        } else if (value instanceof Long || value instanceof Integer) {
            writeInteger(((Number) value).longValue(), out);
        } else if (value instanceof Boolean) {
            out.append(value);
        } else if (value instanceof Record inner) {
            writeRecord(inner, out);
        } else if (value instanceof Collection<?> items) {
            writeList(items, out);
        } else if (value instanceof Map<?, ?> map) {
            writeMap(map, out);
        } else {
            JsonText.writeString(text(value), out);
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

    private static void writeInteger(long number, StringBuilder out) {
        if (!JsonText.isExact(number)) {
            throw new IllegalArgumentException(
                    number + " has no canonical form: expected at most " + JsonText.LARGEST_INTEGER);
        }
        out.append(number);
    }

    private static void writeRecord(Record value, StringBuilder out) {
        RecordShape shape = RecordShape.of(value.getClass());
        if (shape.wraps()) {
            write(component(shape.fields().get(0), value), out);
            return;
        }
        char before = '{';
        boolean typeDue = shape.typeName().isPresent();
        for (RecordShape.Field field : shape.fields()) {
            Object content = component(field, value);
            if (content instanceof Optional<?> maybe && maybe.isEmpty()) {
                continue;
            }
            if (typeDue && field.name().compareTo(RecordShape.TYPE) > 0) {
                before = writeType(shape, before, out);
                typeDue = false;
            }
            out.append(before).append('"').append(field.name()).append("\":");
            write(content instanceof Optional<?> maybe ? maybe.get() : content, out);
            before = ',';
        }
        if (typeDue) {
            before = writeType(shape, before, out);
        }
        out.append(before == '{' ? "{}" : "}");
    }

    private static char writeType(RecordShape shape, char before, StringBuilder out) {
        out.append(before)
                .append("\"type\":\"")
                .append(shape.typeName().orElseThrow())
                .append('"');
        return ',';
    }

    private static @Nullable Object component(RecordShape.Field field, Record value) {
        try {
            return field.accessor().invoke(value);
        } catch (ReflectiveOperationException broken) {
            throw new IllegalStateException("field '" + field.name() + "' of " + value + " cannot be read", broken);
        }
    }

    private static void writeList(Collection<?> items, StringBuilder out) {
        out.append('[');
        String before = "";
        for (Object item : items) {
            out.append(before);
            write(item, out);
            before = ",";
        }
        out.append(']');
    }

    private static void writeMap(Map<?, ?> map, StringBuilder out) {
        Map<String, Object> sorted = new TreeMap<>();
        map.forEach((key, value) -> sorted.put((String) key, value));
        out.append('{');
        String before = "";
        for (Map.Entry<String, Object> entry : sorted.entrySet()) {
            out.append(before);
            JsonText.writeString(entry.getKey(), out);
            out.append(':');
            write(entry.getValue(), out);
            before = ",";
        }
        out.append('}');
    }
}
