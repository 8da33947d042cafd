package io.smartblocks.ledger.identity;

import java.util.regex.Pattern;

/** The id of a member: an organisation, or a person or machine that acts for one. */
public record MemberId(String value) implements Comparable<MemberId> {

    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9._-]{0,79}");

    public MemberId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("'" + value
                    + "' is not a member id: expected 1 to 80 lower-case letters, digits, '.', '_' or '-',"
                    + " beginning with a letter or digit");
        }
    }

    @Override
    public int compareTo(MemberId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
