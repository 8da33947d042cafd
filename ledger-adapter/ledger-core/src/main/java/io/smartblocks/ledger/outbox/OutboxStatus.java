package io.smartblocks.ledger.outbox;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How an outbox stands.
 *
 * @param waiting how many batches are not yet seen on the ledger
 * @param oldest since when the oldest of them waits
 * @param putAside how many were refused and wait for a decision
 * @param damaged what is wrong with files that cannot be read any more
 * @param bytes how much of the disk it takes
 * @param trouble what went wrong last; empty once the ledger has answered again
 */
public record OutboxStatus(
        int waiting,
        Optional<Instant> oldest,
        int putAside,
        List<String> damaged,
        long bytes,
        Optional<String> trouble) {

    public OutboxStatus {
        damaged = List.copyOf(damaged);
    }
}
