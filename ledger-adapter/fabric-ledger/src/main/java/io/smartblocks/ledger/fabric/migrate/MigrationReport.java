package io.smartblocks.ledger.fabric.migrate;

import io.smartblocks.ledger.proof.Hash;
import io.smartblocks.ledger.transaction.LedgerId;
import java.util.Optional;

/**
 * What was brought onto a channel, and what a comparison of both ledgers found.
 *
 * @param blocks each block with its header, signature, transactions and writes
 * @param states what stands under each key, and since which block; none where the ledger has gone on on the channel
 * @param histories all that ever stood under each key where that is more than one thing; none as with states
 */
public record MigrationReport(
        LedgerId ledger,
        String channel,
        long height,
        Hash lastBlock,
        long transactions,
        Compared blocks,
        Optional<Compared> states,
        Optional<Compared> histories) {

    /** Whether all that was compared is the same on both. */
    public boolean proved() {
        return blocks.same()
                && states.filter(compared -> !compared.same()).isEmpty()
                && histories.filter(compared -> !compared.same()).isEmpty();
    }
}
