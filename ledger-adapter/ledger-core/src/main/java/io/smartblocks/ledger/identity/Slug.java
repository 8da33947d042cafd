package io.smartblocks.ledger.identity;

import java.text.Normalizer;
import java.util.Locale;

/** Turns a name that people gave into the plain form that ids and state keys use. */
public final class Slug {

    private Slug() {}

    /** Lower-case letters and digits of the name, with one hyphen for whatever stands between them. */
    public static String of(String name) {
        String plain = name.chars().allMatch(c -> c < 0x80) ? ofAscii(name) : ofAny(name);
        if (plain.isEmpty()) {
            throw new IllegalArgumentException("'" + name + "' gives no id: expected at least one letter or digit");
        }
        return plain;
    }

    private static String ofAny(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{Nd}]+", "-")
                .replaceAll("^-|-$", "");
    }

    /** The same where no letter has marks: state keys are made of such names again and again. */
    private static String ofAscii(String name) {
        StringBuilder plain = new StringBuilder(name.length());
        boolean between = false;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (!Character.isLetterOrDigit(c)) {
                between = plain.length() > 0;
            } else {
                if (between) {
                    plain.append('-');
                }
                between = false;
                plain.append(Character.toLowerCase(c));
            }
        }
        return plain.toString();
    }
}
