package io.smartblocks.ledger.readmodel;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.transaction.SettlementAction.CommitSettlement;
import io.smartblocks.ledger.transaction.TransactionId;
import java.time.Instant;
import java.util.List;

/** A committed settlement with its statement, its documents and where it stands. */
public record SettlementRecord(
        CommitSettlement settlement,
        List<SettlementDocument> documents,
        MemberId committedBy,
        Instant committedAt,
        long block,
        TransactionId transaction) {

    public SettlementRecord {
        documents = List.copyOf(documents);
    }

    SettlementRecord with(List<SettlementDocument> itsDocuments) {
        return new SettlementRecord(settlement, itsDocuments, committedBy, committedAt, block, transaction);
    }
}
