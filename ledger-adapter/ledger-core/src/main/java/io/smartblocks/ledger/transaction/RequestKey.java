package io.smartblocks.ledger.transaction;

import java.util.regex.Pattern;

/** The name that a client gives to one request, so that asking twice happens once. */
public record RequestKey(String value) implements Comparable<RequestKey> {

    private static final Pattern FORM = Pattern.compile("[\\x21-\\x7e]{1,200}");

    public RequestKey {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "'" + value + "' is not a request key: expected 1 to 200 visible ASCII characters without blanks");
        }
    }

    @Override
    public int compareTo(RequestKey other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
