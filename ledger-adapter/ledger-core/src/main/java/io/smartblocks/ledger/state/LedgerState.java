package io.smartblocks.ledger.state;

import io.smartblocks.ledger.identity.MemberId;

/** The ledger itself: its name and the registrar who founded it; stands under {@code ledger}. */
public record LedgerState(String name, MemberId founder) implements State {}
