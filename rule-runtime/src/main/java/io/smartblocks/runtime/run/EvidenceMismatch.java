package io.smartblocks.runtime.run;

import static java.util.Objects.requireNonNull;

/** What stands on the ledger cannot serve the agreement: another unit, another interval, another zone. */
final class EvidenceMismatch extends RuntimeException {

    private static final long serialVersionUID = 1L;

    EvidenceMismatch(String message) {
        super(requireNonNull(message, "message"));
    }
}
