package io.smartblocks.ledger.readmodel;

import io.smartblocks.ledger.transaction.SettlementId;
import io.smartblocks.ledger.transaction.StatementSummary;
import io.smartblocks.ledger.transaction.TransactionId;
import java.time.LocalDate;

/** What a list shows of a settlement, which is all but its statement. */
public record ListedSettlement(
        SettlementId id,
        String version,
        LocalDate to,
        StatementSummary summary,
        long block,
        TransactionId transaction) {}
