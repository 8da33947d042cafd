package io.smartblocks.ledger.state;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.transaction.IndexPage;

/**
 * The values of an index on one local day; stands under {@code index/<id>/<day>}.
 *
 * @param page the values as they now hold
 * @param publishedBy the member that signed the latest change
 * @param revision 0 at first, then one more with each filling or correction
 * @param reason why they were last corrected; empty when they never were
 */
public record IndexPageState(IndexPage page, MemberId publishedBy, int revision, String reason) implements State {}
