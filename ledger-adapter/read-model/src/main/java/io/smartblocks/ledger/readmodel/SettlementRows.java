package io.smartblocks.ledger.readmodel;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.proof.Hash;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.ledger.transaction.CanonicalJson;
import io.smartblocks.ledger.transaction.SettlementAction.CommitSettlement;
import io.smartblocks.ledger.transaction.SettlementId;
import io.smartblocks.ledger.transaction.StatementSummary;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

/** Reads settlements from rows, each with the id of its transaction. */
final class SettlementRows {

    /** Settlements {@code s} with the ids of their transactions; conditions and order follow. */
    static final String SELECT = "select s.*, t.id as transaction_id from settlement s"
            + " join ledger_transaction t on t.number = s.number ";

    /** The same without the statement, which is most of a settlement. */
    static final String LISTED = "select s.agreement_id, s.period_name, s.from_day, s.to_day, s.revision, s.version,"
            + " s.summary, s.block_number, t.id as transaction_id from settlement s"
            + " join ledger_transaction t on t.number = s.number ";

    private SettlementRows() {}

    static ListedSettlement listed(ResultSet row) throws SQLException {
        return new ListedSettlement(
                id(row),
                row.getString("version"),
                row.getObject("to_day", LocalDate.class),
                CanonicalJson.read(row.getString("summary"), StatementSummary.class),
                row.getLong("block_number"),
                Sql.transactionId(row).orElseThrow());
    }

    static List<SettlementRecord> read(Connection connection, String sql, Object... parameters) throws SQLException {
        return Sql.list(connection, sql, SettlementRows::settlement, parameters);
    }

    static SettlementId id(ResultSet row) throws SQLException {
        return new SettlementId(
                new AgreementId(row.getString("agreement_id")),
                row.getString("period_name"),
                row.getObject("from_day", LocalDate.class),
                row.getInt("revision"));
    }

    static SettlementRecord settlement(ResultSet row) throws SQLException {
        SettlementId id = id(row);
        CommitSettlement settlement = new CommitSettlement(
                id.agreement(),
                row.getString("version"),
                id.period(),
                id.from(),
                row.getObject("to_day", LocalDate.class),
                id.revision(),
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
                new MemberId(row.getString("committed_by")),
                Sql.instant(row, "committed_at"),
                row.getLong("block_number"),
                Sql.transactionId(row).orElseThrow());
    }
}
