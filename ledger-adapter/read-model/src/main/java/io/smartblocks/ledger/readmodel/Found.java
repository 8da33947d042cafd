package io.smartblocks.ledger.readmodel;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.ledger.transaction.MeterId;
import io.smartblocks.ledger.transaction.TransactionId;

/** What a search for an id came upon. */
public sealed interface Found {

    /** A block of this number, or one whose hash begins like this. */
    record OfBlock(long number) implements Found {}

    /** A transaction whose id begins like this. */
    record OfTransaction(TransactionId id) implements Found {}

    /** An agreement whose id or title holds this. */
    record OfAgreement(AgreementId id, String version, String title) implements Found {}

    /** A meter whose id or label holds this. */
    record OfMeter(MeterId id, String label) implements Found {}

    /** A member whose id or name holds this. */
    record OfMember(MemberId id, String name) implements Found {}
}
