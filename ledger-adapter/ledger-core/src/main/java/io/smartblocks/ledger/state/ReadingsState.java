package io.smartblocks.ledger.state;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.transaction.ReadingsPage;

/**
 * The readings of one meter and local day; stands under {@code readings/<meter>/<day>}.
 *
 * @param page the readings as they now hold
 * @param recordedBy the member that signed the latest change
 * @param revision 0 at first, then one more with each filling or correction
 * @param reason why they were last corrected; empty when they never were
 */
public record ReadingsState(ReadingsPage page, MemberId recordedBy, int revision, String reason) implements State {}
