package io.smartblocks.ledger.transaction;

import java.util.Optional;
import java.util.regex.Pattern;

/** The id of a meter, such as {@code IE-9001/import}. */
public record MeterId(String value) implements Comparable<MeterId> {

    private static final String PREFIX = "meter/";
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._:-]{1,80}(/[A-Za-z0-9._:-]{1,80}){0,4}");

    /** Takes the id with or without the leading {@code meter/} that agreements write. */
    public MeterId {
        value = value.startsWith(PREFIX) ? value.substring(PREFIX.length()) : value;
        // an id that still had the prefix would lose it when it is read back
        if (value.startsWith(PREFIX) || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "'" + value
                            + "' is not a meter id: expected letters, digits, '.', '_', ':' or '-', in parts divided by '/', such as IE-9001/import");
        }
    }

    /** The id that a text is, with or without the leading {@code meter/}; empty where it is none. */
    public static Optional<MeterId> parse(String text) {
        String id = text.startsWith(PREFIX) ? text.substring(PREFIX.length()) : text;
        return id.startsWith(PREFIX) || !FORM.matcher(id).matches() ? Optional.empty() : Optional.of(new MeterId(id));
    }

    @Override
    public int compareTo(MeterId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
