package io.smartblocks.ledger.state;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.transaction.IndexId;

/** A registered index; stands under {@code index/<id>}. */
public record IndexState(IndexId index, MemberId publisher, String label, String unit) implements State {}
