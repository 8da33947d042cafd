package io.smartblocks.ledger.readmodel;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.proof.Hash;
import io.smartblocks.ledger.transaction.ReadingsPage;
import io.smartblocks.ledger.transaction.TransactionId;
import java.util.Optional;

/**
 * The readings of one meter and day as they held in a block.
 *
 * @param revision 0 at first, then one more with each filling or correction
 * @param reason why they were last corrected; empty when they never were
 * @param block the block that brought them
 * @param digest SHA-256 of the page's canonical text: what evidence names
 */
public record RecordedPage(
        ReadingsPage page,
        int revision,
        MemberId recordedBy,
        String reason,
        long block,
        Optional<TransactionId> transaction,
        Hash digest) {}
