package io.smartblocks.portal.audit;

import io.smartblocks.ledger.proof.Hash;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the chain ends, or ended once: the number of an entry and its hash, written {@code 12:3f…}.
 *
 * @param number of the last entry; 0 for a log without any
 */
public record Head(long number, Hash hash) {

    private static final Pattern FORM = Pattern.compile("(\\d{1,18}):([0-9a-f]{64})");

    static final Head NONE = new Head(0, Hash.NONE);

    static Head of(Entry entry) {
        return new Head(entry.number(), entry.hash());
    }

    /** The head that is written so; empty where it is none. */
    public static Optional<Head> read(String written) {
        Matcher form = FORM.matcher(written.strip());
        return form.matches()
                ? Optional.of(new Head(Long.parseLong(form.group(1)), new Hash(form.group(2))))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return number + ":" + hash;
    }
}
