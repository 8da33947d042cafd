package io.smartblocks.ledger.readmodel;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.transaction.SettlementAction.CommitSettlement;
import io.smartblocks.ledger.transaction.TransactionId;
import java.time.Instant;
import java.util.List;

/** A committed settlement with its statement, and where it stands. */
public record SettlementRecord(
        CommitSettlement settlement, MemberId committedBy, Instant committedAt, long block, TransactionId transaction) {

    /** The same as a list shows it. */
    public ListedSettlement listed() {
        return new ListedSettlement(
                settlement.id(), settlement.version(), settlement.to(), settlement.summary(), block, transaction);
    }

    /** Who pays whom, as the statement says it. */
    public List<SettlementDocument> documents() {
        return StatementDocuments.of(settlement.statement());
    }
}
