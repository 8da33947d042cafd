package io.smartblocks.ledger.state;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.transaction.Particulars;

/** What invoices name of an organisation, as it says itself; stands under {@code particulars/<id>}. */
public record ParticularsState(MemberId organisation, Particulars particulars) implements State {}
