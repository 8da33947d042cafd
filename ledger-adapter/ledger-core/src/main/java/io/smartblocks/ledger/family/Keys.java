package io.smartblocks.ledger.family;

import io.smartblocks.ledger.identity.VerifyingKey;
import java.time.Instant;
import java.util.Optional;

/** Checks the keys that members are to sign with. */
final class Keys {

    private static final Instant LAST_EXPIRY = Instant.parse("2200-01-01T00:00:00Z");

    private Keys() {}

    /** A refusal when nobody, or nobody any more, could sign with the key. */
    static Optional<Decision> problemWith(VerifyingKey key, Optional<Instant> expires, Instant now) {
        if (!key.hasPrivateHalf()) {
            return invalid("the key '" + key + "' is none that a private key belongs to; make a new one");
        }
        if (expires.filter(end -> !end.isAfter(now)).isPresent()) {
            return invalid("the key would expire at " + expires.get() + ", but the ledger's time is " + now
                    + "; expected a later time");
        }
        if (expires.filter(end -> end.isAfter(LAST_EXPIRY)).isPresent()) {
            return invalid("the key would expire at " + expires.get() + "; expected a time until " + LAST_EXPIRY
                    + ", or none for a key without expiry");
        }
        return Optional.empty();
    }

    private static Optional<Decision> invalid(String message) {
        return Optional.of(Decision.refuse(RefusalCode.INVALID_CONTENT, message));
    }
}
