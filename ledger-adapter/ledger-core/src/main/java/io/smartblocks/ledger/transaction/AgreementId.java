package io.smartblocks.ledger.transaction;

import java.util.regex.Pattern;

/** The id of an agreement on the ledger: a slug chosen when it is first proposed. */
public record AgreementId(String value) implements Comparable<AgreementId> {

    private static final Pattern FORM = Pattern.compile("[\\p{Ll}\\p{Lo}\\p{Nd}][\\p{Ll}\\p{Lo}\\p{Nd}._-]{0,119}");

    public AgreementId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("'" + value
                    + "' is not an agreement id: expected 1 to 120 lower-case letters, digits, '.', '_' or '-'");
        }
    }

    @Override
    public int compareTo(AgreementId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
