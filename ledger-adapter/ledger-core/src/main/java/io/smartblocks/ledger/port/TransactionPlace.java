package io.smartblocks.ledger.port;

/** Where a committed transaction stands: its block, the batch within the block, its place in the batch, all from 0. */
public record TransactionPlace(long block, int batch, int place) {}
