package io.smartblocks.ledger.transaction;

import io.smartblocks.ledger.identity.Slug;
import java.util.regex.Pattern;

/** The id of a published index: slug of its publisher's name, a stroke, slug of its own name. */
public record IndexId(String value) implements Comparable<IndexId> {

    private static final Pattern FORM =
            Pattern.compile("[\\p{Ll}\\p{Lo}\\p{Nd}-]{1,120}/[\\p{Ll}\\p{Lo}\\p{Nd}-]{1,120}");

    public IndexId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("'" + value
                    + "' is not an index id: expected publisher/name in lower-case letters, digits and hyphens");
        }
    }

    /** The id of the index that the publisher publishes under the name. */
    public static IndexId of(String publisher, String name) {
        return new IndexId(Slug.of(publisher) + "/" + Slug.of(name));
    }

    @Override
    public int compareTo(IndexId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
