package io.smartblocks.portal.api.hook;

import io.smartblocks.ledger.proof.Hash;
import io.smartblocks.ledger.transaction.MeterId;
import io.smartblocks.ledger.transaction.Payload;
import java.time.Instant;
import java.util.Optional;

/**
 * Something that happened.
 *
 * @param id made of what happened, so that it is the same on every node and each time it is found
 * @param subject the agreement, meter or block that it is about
 * @param said what was said on the ledger, by which it is decided who may hear of it
 * @param meter the meter that it is about, for the same end
 * @param data what is told of it, a record
 */
record Event(
        String id,
        EventKind kind,
        Instant at,
        String subject,
        Optional<Payload> said,
        Optional<MeterId> meter,
        Record data) {

    private static final int DIGITS = 32;

    static String idOf(EventKind kind, Object what) {
        return "evt_" + Hash.of(kind.code() + ' ' + what).toString().substring(0, DIGITS);
    }
}
