package io.smartblocks.runtime.evidence;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Writes the one byte form of a JSON value: sorted members, no white space, UTF-8; decimals travel as strings. The caller
 * writes an object's members in the order of their names.
 */
public final class CanonicalWriter {

    private static final int ROOM = 8192;

    private static final int MOST_ROOM = 1 << 20;

    /** The writer of each thread, which keeps its room and the forms that it knows. */
    private static final ThreadLocal<CanonicalWriter> OWN = ThreadLocal.withInitial(CanonicalWriter::new);

    private static final byte[] TRUE = "true".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] FALSE = "false".getBytes(StandardCharsets.US_ASCII);

    private final RepeatedForms repeated = new RepeatedForms();
    private byte[] bytes = new byte[ROOM];
    private int size;
    private boolean first = true;
    private boolean busy;

    /** The name of a member, as its bytes. */
    public static final class Name {
        private final byte[] bytes;

        private Name(String text) {
            CanonicalWriter out = new CanonicalWriter();
            out.text(text);
            out.put((byte) ':');
            bytes = Arrays.copyOf(out.bytes, out.size);
        }
    }

    /** Where a value stands that was written. */
    public record Part(int from, int to) {}

    /** The name of a member. */
    public static Name name(String text) {
        return new Name(text);
    }

    /** The bytes of what {@code write} writes, by the writer of this thread. */
    public static byte[] bytesOf(Consumer<CanonicalWriter> write) {
        return written(write, CanonicalWriter::bytes);
    }

    /** The SHA-256 of what {@code write} writes, in hexadecimal digits, by the writer of this thread. */
    public static String sha256Of(Consumer<CanonicalWriter> write) {
        return written(write, CanonicalWriter::sha256);
    }

    private static <T> T written(Consumer<CanonicalWriter> write, Function<CanonicalWriter, T> then) {
        CanonicalWriter own = OWN.get();
        CanonicalWriter out = own.busy ? new CanonicalWriter() : own;
        out.busy = true;
        try {
            write.accept(out);
            return then.apply(out);
        } finally {
            out.rest();
        }
    }

    private void rest() {
        bytes = bytes.length > MOST_ROOM ? new byte[ROOM] : bytes;
        size = 0;
        first = true;
        busy = false;
    }

    /** All that was written. */
    public byte[] bytes() {
        return Arrays.copyOf(bytes, size);
    }

    /** The SHA-256 of all that was written, in hexadecimal digits. */
    public String sha256() {
        return Sha256.of(bytes, size);
    }

    /** Opens an object. */
    public CanonicalWriter open() {
        separate();
        put((byte) '{');
        first = true;
        return this;
    }

    /** Closes an object. */
    public CanonicalWriter close() {
        put((byte) '}');
        first = false;
        return this;
    }

    /** A member, whose value is written next. */
    public CanonicalWriter member(Name name) {
        separate();
        put(name.bytes);
        first = true;
        return this;
    }

    /** A member that is text. */
    public CanonicalWriter member(Name name, String text) {
        return member(name).text(text);
    }

    /** A member that is a whole number. */
    public CanonicalWriter member(Name name, long number) {
        return member(name).number(number);
    }

    /** A member that is true or false. */
    public CanonicalWriter member(Name name, boolean truth) {
        return member(name).truth(truth);
    }

    /** A member that is a list; {@code each} writes one of its items. */
    public <T> CanonicalWriter member(Name name, Collection<T> items, Consumer<? super T> each) {
        return member(name).list(items, each);
    }

    /** A member by a name that only the value knows. */
    public CanonicalWriter member(String name) {
        word(name);
        put((byte) ':');
        first = true;
        return this;
    }

    /** A list; {@code each} writes one of its items. */
    public <T> CanonicalWriter list(Collection<T> items, Consumer<? super T> each) {
        separate();
        put((byte) '[');
        first = true;
        for (T item : items) {
            each.accept(item);
        }
        put((byte) ']');
        first = false;
        return this;
    }

    /** A list of whole numbers. */
    public CanonicalWriter numbers(int... numbers) {
        separate();
        put((byte) '[');
        first = true;
        for (int number : numbers) {
            number(number);
        }
        put((byte) ']');
        first = false;
        return this;
    }

    /** A whole number. */
    public CanonicalWriter number(long number) {
        separate();
        digits(number);
        first = false;
        return this;
    }

    /** A text. */
    public CanonicalWriter text(String text) {
        separate();
        put((byte) '"');
        encoded(text);
        put((byte) '"');
        first = false;
        return this;
    }

    /** A text that many values have in common, as the same object. */
    public CanonicalWriter word(String text) {
        byte[] known = repeated.of(text);
        if (known != null) {
            return written(known);
        }
        separate();
        first = true;
        int from = size;
        text(text);
        repeated.keep(text, Arrays.copyOfRange(bytes, from, size));
        return this;
    }

    /** A member whose text many values have in common, as the same object. */
    public CanonicalWriter word(Name name, String text) {
        return member(name).word(text);
    }

    /** A member whose unchangeable list of texts many values have in common, as the same object. */
    public CanonicalWriter words(Name name, List<String> texts) {
        member(name);
        byte[] known = repeated.of(texts);
        if (known != null) {
            return written(known);
        }
        int from = size;
        list(texts, this::text);
        repeated.keep(texts, Arrays.copyOfRange(bytes, from, size));
        return this;
    }

    /** A value of texts, whole numbers, truth values, lists, and maps in the order of their keys. */
    public CanonicalWriter value(Object value) {
        if (value instanceof String text) {
            return text(text);
        } else if (value instanceof Integer || value instanceof Long) {
            return number(((Number) value).longValue());
        } else if (value instanceof Boolean truth) {
            return truth(truth);
        } else if (value instanceof List<?> items) {
            return list(items, this::value);
        } else if (value instanceof SortedMap<?, ?> members) {
            open();
            members.forEach((name, member) -> member((String) name).value(member));
            return close();
        }
        throw new IllegalArgumentException("canonical JSON has no form for " + value.getClass() + ": " + value);
    }

    /** A value that {@code write} writes, and where it then stands. */
    public Part part(Runnable write) {
        separate();
        first = true;
        int from = size;
        write.run();
        return new Part(from, size);
    }

    /** The same value once more. */
    public CanonicalWriter again(Part value) {
        separate();
        int length = value.to() - value.from();
        room(length);
        System.arraycopy(bytes, value.from(), bytes, size, length);
        size += length;
        first = false;
        return this;
    }

    /** A value whose canonical form is known. */
    CanonicalWriter written(byte[] value) {
        separate();
        put(value);
        first = false;
        return this;
    }

    private CanonicalWriter truth(boolean truth) {
        separate();
        put(truth ? TRUE : FALSE);
        first = false;
        return this;
    }

    private void separate() {
        if (!first) {
            put((byte) ',');
        }
    }

    /** Nearly all texts are plain ASCII with nothing to escape. */
    private void encoded(String text) {
        int length = text.length();
        room(length);
        int at = size;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~' || c == '"' || c == '\\') {
                escaped(text);
                return;
            }
            bytes[at++] = (byte) c;
        }
        size = at;
    }

    private void digits(long number) {
        if (number < 0) {
            put(Long.toString(number).getBytes(StandardCharsets.US_ASCII));
            return;
        }
        int length = 1;
        for (long rest = number; rest >= 10; rest /= 10) {
            length++;
        }
        room(length);
        size += length;
        int at = size;
        long rest = number;
        do {
            bytes[--at] = (byte) ('0' + rest % 10);
            rest /= 10;
        } while (rest > 0);
    }

    private void escaped(String text) {
        StringBuilder out = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x20) {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c == '"' || c == '\\' ? "\\" : "").append(c);
            }
        }
        put(out.toString().getBytes(StandardCharsets.UTF_8));
    }

    private void put(byte b) {
        room(1);
        bytes[size++] = b;
    }

    private void put(byte[] more) {
        room(more.length);
        System.arraycopy(more, 0, bytes, size, more.length);
        size += more.length;
    }

    private void room(int length) {
        if (bytes.length - size < length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + length));
        }
    }
}
