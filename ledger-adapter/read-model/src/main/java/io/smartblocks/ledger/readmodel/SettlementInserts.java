package io.smartblocks.ledger.readmodel;

import io.smartblocks.ledger.port.Block;
import io.smartblocks.ledger.state.SettlementState;
import io.smartblocks.ledger.state.VerificationState;
import io.smartblocks.ledger.transaction.CanonicalJson;
import io.smartblocks.ledger.transaction.SettlementAction.CommitSettlement;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The rows that one block writes of settlements, of whom they concern, and of what they come to. */
final class SettlementInserts {

    private static final Asked OF_VERSIONS = new Asked(
            "number, agreement, version, member",
            List.of("bigint", "varchar(120)", "varchar(60)", "varchar(80)"),
            -1L,
            "",
            "",
            "");

    private final Block block;
    private final Rows settlements = Rows.added(
            "settlement",
            "number, agreement_id, period_name, from_day, to_day, revision, version, statement, statement_hash,"
                    + " evidence_digest, as_of_block, compiled_hash, engine, committed_by, committed_at,"
                    + " block_number, summary, amendments");

    private final Rows totals = Rows.added("settlement_total", "number, currency, amount");
    private final List<Object[]> committed = new ArrayList<>();
    private final List<Object[]> verified = new ArrayList<>();

    SettlementInserts(Block block) {
        this.block = block;
    }

    void add(VerificationState found) {
        verified.add(new Object[] {
            !found.coSigned(),
            found.organisation().value(),
            found.settlement().agreement().value(),
            found.settlement().period(),
            found.settlement().from(),
            found.settlement().revision()
        });
    }

    void add(SettlementState state, long transaction) {
        CommitSettlement settlement = state.settlement();
        committed.add(new Object[] {
            transaction,
            settlement.agreement().value(),
            settlement.version(),
            state.committedBy().value()
        });
        Map<String, BigDecimal> sums = new TreeMap<>();
        settlement
                .summary()
                .payables()
                .forEach(payable -> sums.merge(payable.currency(), payable.amount(), BigDecimal::add));
        sums.forEach((currency, sum) -> totals.add(transaction, currency, sum));
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

    /** After the members and agreements of the same block, of which it reads whom a settlement is for. */
    void write(Connection connection) throws SQLException {
        settlements.write(connection);
        totals.write(connection);
        List<Object[]> parties = new ArrayList<>();
        OF_VERSIONS.list(
                connection,
                committed,
                asked -> "select distinct asked.number, p.organisation, m.organisation as committer from " + asked
                        + " join agreement_party p on p.agreement_id = asked.agreement and p.version = asked.version"
                        + " left join member m on m.id = asked.member",
                row -> parties.add(new Object[] {
                    row.getString("organisation"),
                    row.getLong("number"),
                    !row.getString("organisation").equals(row.getString("committer"))
                }));
        Sql.batch(
                connection, "insert into settlement_party (organisation, number, to_verify) values (?, ?, ?)", parties);
        Sql.batch(
                connection,
                "update settlement_party set to_verify = ? where organisation = ? and number = (select s.number"
                        + " from settlement s where s.agreement_id = ? and s.period_name = ? and s.from_day = ?"
                        + " and s.revision = ?)",
                verified);
    }
}
