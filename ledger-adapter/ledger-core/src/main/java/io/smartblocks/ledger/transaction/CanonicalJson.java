package io.smartblocks.ledger.transaction;

import java.nio.charset.StandardCharsets;

/**
 * The one text that a record has: JSON in the order of RFC 8785, decimals as strings, instants in ISO UTC; a record of a
 * sealed family carries its name as {@code type}, and a record that only wraps a {@code value} is written as that value.
 */
public final class CanonicalJson {

    private CanonicalJson() {}

    /** The canonical text of a record. */
    public static String write(Record value) {
        StringBuilder out = new StringBuilder(512);
        RecordWriting.write(value, out);
        return out.toString();
    }

    /** The canonical text of a record in UTF-8. */
    public static byte[] bytes(Record value) {
        return write(value).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Reads a record, or one of a sealed family, from JSON text.
     *
     * @throws MalformedJson naming the field that is unknown, missing or not of its type
     */
    public static <T> T read(String json, Class<T> type) {
        return type.cast(RecordReading.read(type, JsonText.read(json), ""));
    }
}
