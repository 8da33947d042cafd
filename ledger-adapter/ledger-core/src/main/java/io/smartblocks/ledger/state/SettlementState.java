package io.smartblocks.ledger.state;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.transaction.SettlementAction.CommitSettlement;
import java.time.Instant;

/**
 * A committed settlement; stands under {@code settlement/<agreement>/<period>/<from>/<revision>} and never changes.
 *
 * @param settlement what was committed
 * @param committedBy the runtime that did
 * @param committedAt the time of its block, from which windows are counted
 */
public record SettlementState(CommitSettlement settlement, MemberId committedBy, Instant committedAt)
        implements State {}
