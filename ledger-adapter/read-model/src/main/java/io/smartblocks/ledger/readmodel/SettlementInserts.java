package io.smartblocks.ledger.readmodel;

import io.smartblocks.ledger.port.Block;
import io.smartblocks.ledger.state.SettlementState;
import io.smartblocks.ledger.transaction.CanonicalJson;
import io.smartblocks.ledger.transaction.SettlementAction.CommitSettlement;
import java.sql.Connection;
import java.sql.SQLException;

/** The rows that one block writes of settlements. */
final class SettlementInserts {

    private static final String PARTIES = "insert into settlement_party (organisation, number)"
            + " select distinct p.organisation, s.number from settlement s join agreement_party p"
            + " on p.agreement_id = s.agreement_id and p.version = s.version where s.number >= ? and s.number < ?";

    private final Block block;
    private boolean any;
    private final Rows settlements = Rows.added(
            "settlement",
            "number, agreement_id, period_name, from_day, to_day, revision, version, statement, statement_hash,"
                    + " evidence_digest, as_of_block, compiled_hash, engine, committed_by, committed_at,"
                    + " block_number, summary, amendments");

    SettlementInserts(Block block) {
        this.block = block;
    }

    void add(SettlementState state, long transaction) {
        any = true;
        CommitSettlement settlement = state.settlement();
        settlements.add(
                transaction,
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
                CanonicalJson.write(settlement.summary()),
                String.join("\n", settlement.amendments()));
    }

    void write(Connection connection) throws SQLException {
        settlements.write(connection);
        if (any) {
            Sql.run(
                    connection,
                    PARTIES,
                    Projection.number(block.number(), 0),
                    Projection.number(block.number() + 1, 0));
        }
    }
}
