package io.smartblocks.portal.audit;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What came of an act. */
public enum Outcome {
    /** It is about to be done; another entry tells what came of it, unless the machine stopped in between. */
    ASKED,
    DONE,
    REFUSED,
    /** Nobody knows whether it was done, as when the ledger did not answer. */
    UNKNOWN;

    /** How addresses, files and messages name it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The outcome that is written so. */
    public static Optional<Outcome> withCode(String code) {
        return Arrays.stream(values())
                .filter(outcome -> outcome.code().equals(code))
                .findFirst();
    }
}
