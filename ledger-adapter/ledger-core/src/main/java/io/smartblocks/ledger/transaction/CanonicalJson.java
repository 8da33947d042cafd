package io.smartblocks.ledger.transaction;

/**
 * The one text that a record has: JSON in the order of RFC 8785, decimals as strings, instants in ISO UTC; a record of a
 * sealed family carries its name as {@code type}, and a record that only wraps a {@code value} is written as that value.
 */
public final class CanonicalJson {

    private CanonicalJson() {}

    /** The canonical text of a record. */
    public static String write(Record value) {
        return written(value).text();
    }

    /** The canonical text of a record in UTF-8. */
    public static byte[] bytes(Record value) {
        return written(value).bytes();
    }

    private static JsonBytes written(Record value) {
        JsonBytes out = new JsonBytes();
        RecordWriting.write(value, out, null);
        return out;
    }

    /**
     * Reads a record, or one of a sealed family, from JSON text.
     *
     * @throws MalformedJson naming the field that is unknown, missing or not of its type
     */
    public static <T> T read(String json, Class<T> type) {
        return type.cast(RecordReading.read(type, JsonText.read(json), JsonPlace.WHOLE));
    }

    /**
     * Reads a record from the one text that it has.
     *
     * @throws MalformedJson also when the text says the record in another way
     */
    public static <T extends Record> T readCanonical(String json, Class<T> type) {
        T read = read(json, type);
        String canonical = write(read);
        if (!canonical.equals(json)) {
            throw new MalformedJson(JsonPlace.WHOLE, "is not in its canonical form: " + difference(canonical, json));
        }
        return read;
    }

    private static String difference(String canonical, String json) {
        int shorter = Math.min(canonical.length(), json.length());
        int place = 0;
        while (place < shorter && canonical.charAt(place) == json.charAt(place)) {
            place++;
        }
        return place == json.length() ? "it ends too early" : "it departs from it at character " + (place + 1);
    }
}
