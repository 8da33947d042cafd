package io.smartblocks.ledger.readmodel;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.proof.Hash;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.ledger.transaction.CanonicalJson;
import io.smartblocks.ledger.transaction.SettlementAction.CommitSettlement;
import io.smartblocks.ledger.transaction.StatementSummary;
import io.smartblocks.ledger.transaction.TransactionId;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Folds rows of settlements joined with their documents into one record each. */
final class SettlementRows {

    private SettlementRows() {}

    static List<SettlementRecord> read(Connection connection, String sql, Object... parameters) throws SQLException {
        Map<TransactionId, SettlementRecord> settlements = new LinkedHashMap<>();
        Map<TransactionId, List<SettlementDocument>> documents = new LinkedHashMap<>();
        Sql.list(
                connection,
                sql,
                row -> {
                    TransactionId id = TransactionId.of(row.getString("transaction_id"));
                    if (!settlements.containsKey(id)) {
                        settlements.put(id, settlement(row, id));
                        documents.put(id, new ArrayList<>());
                    }
                    document(row).ifPresent(documents.get(id)::add);
                    return id;
                },
                parameters);
        return settlements.entrySet().stream()
                .map(entry -> entry.getValue().with(documents.get(entry.getKey())))
                .toList();
    }

    private static SettlementRecord settlement(ResultSet row, TransactionId id) throws SQLException {
        CommitSettlement settlement = new CommitSettlement(
                new AgreementId(row.getString("agreement_id")),
                row.getString("version"),
                row.getString("period_name"),
                row.getObject("from_day", LocalDate.class),
                row.getObject("to_day", LocalDate.class),
                row.getInt("revision"),
                row.getString("statement"),
                new Hash(row.getString("statement_hash")),
                new Hash(row.getString("evidence_digest")),
                row.getLong("as_of_block"),
                new Hash(row.getString("compiled_hash")),
                row.getString("engine"),
                CanonicalJson.read(row.getString("summary"), StatementSummary.class),
                row.getString("amendments").lines().toList());
        return new SettlementRecord(
                settlement,
                List.of(),
                new MemberId(row.getString("committed_by")),
                Sql.instant(row, "committed_at"),
                row.getLong("block_number"),
                id);
    }

    private static Optional<SettlementDocument> document(ResultSet row) throws SQLException {
        if (row.getObject("place") == null) {
            return Optional.empty();
        }
        return Optional.of(new SettlementDocument(
                Optional.ofNullable(row.getString("payer")),
                Optional.ofNullable(row.getString("payee")),
                Optional.ofNullable(row.getString("net")).map(BigDecimal::new),
                Optional.ofNullable(row.getString("vat")).map(BigDecimal::new),
                Optional.ofNullable(row.getString("gross")).map(BigDecimal::new),
                Optional.ofNullable(row.getString("currency")),
                Optional.ofNullable(row.getObject("due_day", LocalDate.class))));
    }
}
