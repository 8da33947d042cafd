package io.smartblocks.ledger.state;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.transaction.LedgerId;

/** The ledger itself: its id, its name and the registrar who founded it; stands under {@code ledger}. */
public record LedgerState(LedgerId id, String name, MemberId founder) implements State {}
