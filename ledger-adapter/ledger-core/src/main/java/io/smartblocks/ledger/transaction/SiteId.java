package io.smartblocks.ledger.transaction;

import io.smartblocks.ledger.identity.Slug;
import java.util.Optional;
import java.util.regex.Pattern;

/** The id of a site: a slug chosen when it is registered. */
public record SiteId(String value) implements Comparable<SiteId> {

    private static final Pattern FORM = Pattern.compile("[\\p{Ll}\\p{Lo}\\p{Nd}][\\p{Ll}\\p{Lo}\\p{Nd}._-]{0,119}");

    public SiteId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("'" + value
                    + "' is not a site id: expected 1 to 120 lower-case letters, digits, '.', '_' or '-',"
                    + " such as north-campus");
        }
    }

    /** The id that a site of this name has unless another is chosen. */
    public static SiteId of(String name) {
        return new SiteId(Slug.of(name));
    }

    /** The same where the name gives an id; empty where it gives none. */
    public static Optional<SiteId> parse(String name) {
        try {
            return Optional.of(of(name));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    @Override
    public int compareTo(SiteId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
