package io.smartblocks.ledger.readmodel;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.proof.Hash;
import java.time.Instant;

/** A block as a list of blocks shows it. */
public record BlockSummary(
        long number,
        Hash hash,
        Hash previousHash,
        Instant time,
        Hash transactionsRoot,
        Hash changesRoot,
        MemberId signer,
        int batches,
        int transactions) {}
