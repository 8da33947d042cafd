package io.smartblocks.ledger.readmodel;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.transaction.TransactionId;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The settlements that were committed between two instants, of all agreements or of those of one party. */
public final class SettledBetween {

    private final Database database;
    private final Instant from;
    private final Instant to;
    private final Optional<MemberId> party;

    SettledBetween(Database database, Instant from, Instant to, Optional<MemberId> party) {
        this.database = database;
        this.from = from;
        this.to = to;
        this.party = party;
    }

    /**
     * What parties' runtimes found in settlements of others.
     *
     * @param again how many of the settlements were computed again
     * @param differing how many of these with a difference
     */
    public record Verified(int again, int differing) {}

    /** How many there are. */
    public int count() {
        return database.read(c -> Sql.one(
                        c,
                        "select count(*) from " + table(),
                        row -> row.getInt(1),
                        parameters(c, List.of()).toArray()))
                .orElse(0);
    }

    /** Those committed last, newest first; from behind the settlement of a transaction on, where one is named. */
    public List<SettlementRecord> newest(Optional<TransactionId> last, int limit) {
        return newest(SettlementRows.SELECT, SettlementRows::settlement, last, limit);
    }

    /** The same, with what a list shows of them. */
    public List<ListedSettlement> listed(Optional<TransactionId> last, int limit) {
        return newest(SettlementRows.LISTED, SettlementRows::listed, last, limit);
    }

    private <T> List<T> newest(String select, Sql.Row<T> row, Optional<TransactionId> last, int limit) {
        return database.read(c -> {
            List<Object> behind = new ArrayList<>();
            last.ifPresent(transaction -> behind.addAll(List.of(IdStart.and(transaction.value()))));
            return Sql.list(
                    c,
                    select
                            + (party.isPresent() ? "join settlement_party p on p.number = s.number where " : "where ")
                            + conditions()
                            + (last.isPresent() ? " and " + SettlementView.BEFORE.replace("s.number", column()) : "")
                            + " order by "
                            + (party.isPresent() ? "p.organisation desc, p.number desc" : "s.number desc")
                            + Sql.first(limit),
                    row,
                    parameters(c, behind).toArray());
        });
    }

    /** What all of them come to, by currency. */
    public SortedMap<String, BigDecimal> totals() {
        SortedMap<String, BigDecimal> totals = new TreeMap<>();
        database.read(c -> Sql.list(
                c,
                "select t.currency, sum(t.amount) as total from settlement_total t where t.number in (select "
                        + column() + " from " + table() + ") group by t.currency",
                row -> totals.put(
                        row.getString("currency"), row.getBigDecimal("total").stripTrailingZeros()),
                parameters(c, List.of()).toArray()));
        return totals;
    }

    /** What other parties' runtimes found in them. */
    public Verified verified() {
        return database.read(c -> Sql.one(
                        c,
                        "select count(distinct s.number) as again,"
                                + " count(distinct case when v.differs = true then s.number end) as differing"
                                + " from settlement s join verification v on v.agreement_id = s.agreement_id"
                                + " and v.period_name = s.period_name and v.from_day = s.from_day"
                                + " and v.revision = s.revision where s.number in (select " + column() + " from "
                                + table() + ")",
                        row -> new Verified(row.getInt("again"), row.getInt("differing")),
                        parameters(c, List.of()).toArray()))
                .orElseThrow();
    }

    private String table() {
        return (party.isPresent() ? "settlement_party p where " : "settlement s where ") + conditions();
    }

    private String conditions() {
        return (party.isPresent() ? "p.organisation = ? and " : "") + column() + " between ? and ?";
    }

    private String column() {
        return party.isPresent() ? "p.number" : "s.number";
    }

    private List<Object> parameters(Connection connection, List<Object> others) throws SQLException {
        List<Object> parameters = new ArrayList<>();
        party.ifPresent(organisation -> parameters.add(organisation.value()));
        parameters.addAll(numbers(connection));
        parameters.addAll(others);
        return parameters;
    }

    /** Settlements are numbered by their blocks, whose times do not go back. */
    private List<Long> numbers(Connection connection) throws SQLException {
        return Sql.one(
                        connection,
                        "select min(number) as earliest, max(number) as latest from block"
                                + " where made_at >= ? and made_at <= ?",
                        row -> row.getObject("earliest") == null
                                ? List.of(0L, -1L)
                                : List.of(
                                        Projection.number(row.getLong("earliest"), 0),
                                        Projection.number(row.getLong("latest") + 1, 0) - 1),
                        from,
                        to)
                .orElseThrow();
    }
}
