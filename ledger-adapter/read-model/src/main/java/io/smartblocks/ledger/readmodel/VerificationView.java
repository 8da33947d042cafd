package io.smartblocks.ledger.readmodel;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.proof.Hash;
import io.smartblocks.ledger.state.VerificationState;
import io.smartblocks.ledger.transaction.CanonicalJson;
import io.smartblocks.ledger.transaction.SettlementId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Which parties' runtimes computed settlements again and co-signed them or found a difference, and what waits for that. */
public final class VerificationView {

    private final Database database;

    VerificationView(Database database) {
        this.database = database;
    }

    /** What each party's runtime found in a settlement, by organisation. */
    public List<VerificationState> of(SettlementId settlement) {
        return database.read(c -> Sql.list(
                c,
                "select content from verification where agreement_id = ? and period_name = ? and from_day = ?"
                        + " and revision = ? order by organisation",
                row -> CanonicalJson.read(row.getString("content"), VerificationState.class),
                settlement.agreement().value(),
                settlement.period(),
                settlement.from(),
                settlement.revision()));
    }

    /** The differences that stand now anywhere, the one that was found last first. */
    public List<VerificationState> differences(int limit) {
        return database.read(c -> Sql.list(
                c,
                "select content from verification where differs = true order by changed_in desc, agreement_id,"
                        + " period_name, from_day, revision, organisation" + Sql.first(limit),
                row -> CanonicalJson.read(row.getString("content"), VerificationState.class)));
    }

    /**
     * The newest revisions that an organisation, a party, has yet to verify, in the order in which they were committed:
     * another party committed them, and it has not said anything about them, or found a difference by another engine.
     *
     * @param fromBlock the first block that counts
     * @param behind the transaction of that block behind which to go on; empty to begin with its first
     */
    public List<SettlementRecord> waitingFor(
            MemberId organisation, String engine, long fromBlock, String behind, int limit) {
        // in the order of the index whose first columns are given, or H2 reads and sorts all of them
        String sql = SettlementRows.SELECT + "join settlement_party p on p.number = s.number"
                + " where p.organisation = ? and p.to_verify = true and p.number > ?"
                + " and not exists (select 1 from settlement n where " + samePeriod("n")
                + " and n.revision > s.revision)"
                + " and not exists (select 1 from verification v where " + samePeriod("v")
                + " and v.revision = s.revision and v.organisation = ? and v.engine = ?)"
                + " order by p.organisation, p.to_verify, p.number" + Sql.first(limit);
        return database.read(c -> SettlementRows.read(
                c,
                sql,
                organisation.value(),
                behind.isEmpty() ? Projection.number(fromBlock, 0) - 1 : numberOf(c, behind),
                organisation.value(),
                engine));
    }

    private static long numberOf(Connection connection, String transaction) throws SQLException {
        return Sql.one(
                        connection,
                        "select number from ledger_transaction where " + IdStart.IS,
                        row -> row.getLong(1),
                        IdStart.and(new Hash(transaction)))
                .orElseThrow(
                        () -> new ReadModelException("there is no transaction " + transaction + " to go on behind"));
    }

    private static String samePeriod(String table) {
        return "%1$s.agreement_id = s.agreement_id and %1$s.period_name = s.period_name and %1$s.from_day = s.from_day"
                .formatted(table);
    }
}
