package io.smartblocks.ledger.readmodel;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.ledger.transaction.MeterId;
import io.smartblocks.ledger.transaction.TransactionId;

/** What a search for an id came upon. */
public sealed interface Found {

    record OfBlock(long number) implements Found {}

    record OfTransaction(TransactionId id) implements Found {}

    record OfAgreement(AgreementId id, String version, String title) implements Found {}

    record OfMeter(MeterId id, String label) implements Found {}

    record OfMember(MemberId id, String name) implements Found {}
}
