package io.smartblocks.ledger.state;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.transaction.SettlementAction.CommitSettlement;

/** A committed settlement; stands under {@code settlement/<agreement>/<period>/<from>/<revision>} and never changes. */
public record SettlementState(CommitSettlement settlement, MemberId committedBy) implements State {}
