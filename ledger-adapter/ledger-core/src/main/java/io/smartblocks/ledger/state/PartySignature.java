package io.smartblocks.ledger.state;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.transaction.TransactionId;
import java.time.Instant;

/** That a member signed for its organisation, when it says it did, and the transaction that carries the signature. */
public record PartySignature(MemberId organisation, MemberId signer, Instant statedAt, TransactionId transaction) {}
