package io.smartblocks.ledger.readmodel;

import io.smartblocks.ledger.identity.MemberId;

/**
 * Transactions that were applied together.
 *
 * @param number in its block, from 0
 * @param organisation for which they were stated
 */
public record BatchSummary(int number, MemberId organisation, int transactions) {}
