package io.smartblocks.ledger.identity;

import java.text.Normalizer;
import java.util.Locale;

/** Turns a name that people gave into the plain form that ids and state keys use. */
public final class Slug {

    private Slug() {}

    /** Lower-case letters and digits of the name, with one hyphen for whatever stands between them. */
    public static String of(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{Nd}]+", "-")
                .replaceAll("^-|-$", "");
        if (plain.isEmpty()) {
            throw new IllegalArgumentException("'" + name + "' gives no id: expected at least one letter or digit");
        }
        return plain;
    }
}
