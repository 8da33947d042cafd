package io.smartblocks.ledger.readmodel;

import io.smartblocks.ledger.port.Block;
import io.smartblocks.ledger.state.SettlementState;
import io.smartblocks.ledger.transaction.CanonicalJson;
import io.smartblocks.ledger.transaction.SettlementAction.CommitSettlement;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** The rows that one block writes of settlements and their documents. */
final class SettlementInserts {

    private final Block block;
    private final Rows settlements = Rows.added(
            "settlement",
            "agreement_id, period_name, from_day, to_day, revision, version, statement, statement_hash,"
                    + " evidence_digest, as_of_block, compiled_hash, engine, committed_by, committed_at,"
                    + " block_number, transaction_id, summary, amendments");
    private final Rows documents = Rows.added(
            "settlement_document", "of_transaction, place, payer, payee, net, vat, gross, currency, due_day");

    SettlementInserts(Block block) {
        this.block = block;
    }

    void add(SettlementState state, String transaction) {
        CommitSettlement settlement = state.settlement();
        settlements.add(
                settlement.agreement().value(),
                settlement.period(),
                settlement.from(),
                settlement.to(),
                settlement.revision(),
                settlement.version(),
                settlement.statement(),
                settlement.statementHash().value(),
                settlement.evidenceDigest().value(),
                settlement.asOfBlock(),
                settlement.compiledHash().value(),
                settlement.engine(),
                state.committedBy().value(),
                block.header().time(),
                block.number(),
                transaction,
                CanonicalJson.write(settlement.summary()),
                String.join("\n", settlement.amendments()));
        List<SettlementDocument> stated = StatementDocuments.of(settlement.statement());
        for (int place = 0; place < stated.size(); place++) {
            SettlementDocument document = stated.get(place);
            documents.add(
                    transaction,
                    place,
                    document.payer(),
                    document.payee(),
                    document.net().map(Object::toString),
                    document.vat().map(Object::toString),
                    document.gross().map(Object::toString),
                    document.currency(),
                    document.due());
        }
    }

    void write(Connection connection) throws SQLException {
        settlements.write(connection);
        documents.write(connection);
    }
}
