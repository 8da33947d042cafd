package io.smartblocks.dsl.agreement;

import io.smartblocks.dsl.units.Exact;
import java.util.function.Function;

/**
 * What was read lately, so that thousands of agreements that differ in a few numbers share all words, units and other
 * small parts. It forgets: what comes later takes the place of what had the same number, so it stays small, and threads
 * need not wait for each other since all it holds cannot change.
 */
final class Alike {

    private static final int PLACES = 1 << 12;
    private static final String[] TEXTS = new String[PLACES];
    private static final Number[] NUMBERS = new Number[PLACES];
    private static final Object[] PARTS = new Object[PLACES];

    private Alike() {}

    private record Number(String text, Exact value) {}

    /** The text that stands between two places of another and has the hash. */
    static String text(String whole, int from, int to, int hash) {
        int place = place(hash);
        String known = TEXTS[place];
        if (known == null || known.length() != to - from || !whole.startsWith(known, from)) {
            known = whole.substring(from, to);
            TEXTS[place] = known;
        }
        return known;
    }

    static Exact number(String text, Function<String, Exact> reading) {
        int place = place(text.hashCode());
        Number known = NUMBERS[place];
        if (known == null || !known.text.equals(text)) {
            known = new Number(text, reading.apply(text));
            NUMBERS[place] = known;
        }
        return known.value;
    }

    static Object part(Object part) {
        int place = place(part.hashCode());
        Object known = PARTS[place];
        if (part.equals(known)) {
            return known;
        }
        PARTS[place] = part;
        return part;
    }

    private static int place(int hash) {
        return (hash ^ hash >>> 12 ^ hash >>> 22) & PLACES - 1;
    }
}
