package io.smartblocks.ledger.readmodel;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.state.HoldState;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.ledger.transaction.CanonicalJson;
import io.smartblocks.ledger.transaction.SettlementId;
import io.smartblocks.ledger.transaction.TransactionId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The settlements of all agreements, and the periods that wait. */
public final class SettlementView {

    private static final String NEWEST_FIRST = "s.number desc";

    /** Settlements before the one of a transaction. */
    static final String BEFORE = "s.number < (select number from ledger_transaction where " + IdStart.IS + ")";

    private static final String LATEST_FIRST = " order by s.from_day desc, s.period_name, s.revision desc";

    private static final String OF_PARTY = "join settlement_party p on p.number = s.number ";
    private static final String OF_PARTY_NEWEST_FIRST = "p.organisation desc, p.number desc";

    private static final String HELD_LAST_FIRST =
            " order by released desc, changed_in desc, agreement_id desc, period_name desc, from_day desc";

    private static final Asked ASKED = new Asked(
            "place, agreement, period, from_day",
            List.of("integer", "varchar(120)", "varchar(500)", "date"),
            -1,
            "",
            "",
            LocalDate.EPOCH);

    private static final Asked STANDING =
            new Asked("agreement, ending_after", List.of("varchar(120)", "date"), "", LocalDate.EPOCH);

    private final Database database;

    SettlementView(Database database) {
        this.database = database;
    }

    /** The settlements committed last, newest first. */
    public List<SettlementRecord> newest(int limit) {
        return list("", NEWEST_FIRST, Sql.first(limit));
    }

    /** Those that follow the given one in a list of {@link #newest}. */
    public List<SettlementRecord> after(SettlementRecord last, int limit) {
        return list(
                "where " + BEFORE,
                NEWEST_FIRST,
                Sql.first(limit),
                IdStart.and(last.transaction().value()));
    }

    /**
     * Settlements in the order of {@link #newest}.
     *
     * @param last the transaction of the settlement that they follow; from the newest on where there is none
     * @param party whose agreements they are of; of everybody's where nobody is named
     * @param asked which of them
     */
    public List<SettlementRecord> newest(
            Optional<TransactionId> last, Optional<MemberId> party, AskedSettlements asked, int limit) {
        return newest(SettlementRows.SELECT, SettlementRows::settlement, last, party, asked, limit);
    }

    /** The same, with what a list shows of them. */
    public List<ListedSettlement> listed(
            Optional<TransactionId> last, Optional<MemberId> party, AskedSettlements asked, int limit) {
        return newest(SettlementRows.LISTED, SettlementRows::listed, last, party, asked, limit);
    }

    private <T> List<T> newest(
            String select,
            Sql.Row<T> row,
            Optional<TransactionId> last,
            Optional<MemberId> party,
            AskedSettlements asked,
            int limit) {
        List<String> conditions = new ArrayList<>();
        List<Object> parameters = new ArrayList<>();
        party.ifPresent(organisation -> {
            conditions.add("p.organisation = ?");
            parameters.add(organisation.value());
        });
        last.ifPresent(transaction -> {
            conditions.add(party.isPresent() ? BEFORE.replace("s.number", "p.number") : BEFORE);
            parameters.addAll(List.of(IdStart.and(transaction.value())));
        });
        asked.add(conditions, parameters);
        String sql = select
                + (party.isPresent() ? OF_PARTY : "")
                + (conditions.isEmpty() ? "" : "where " + String.join(" and ", conditions))
                + " order by " + (party.isPresent() ? OF_PARTY_NEWEST_FIRST : NEWEST_FIRST) + Sql.first(limit);
        return database.read(c -> Sql.list(c, sql, row, parameters.toArray()));
    }

    /** How many settlements there are of everybody's agreements, or of those of a party. */
    public long count(Optional<MemberId> party) {
        return database.read(c -> party.isPresent()
                        ? Sql.one(
                                c,
                                "select count(*) from settlement_party where organisation = ?",
                                row -> row.getLong(1),
                                party.get().value())
                        : Sql.one(c, "select count(*) from settlement", row -> row.getLong(1)))
                .orElse(0L);
    }

    /** The same of those that are asked for. */
    public long count(Optional<MemberId> party, AskedSettlements asked) {
        if (asked.isAll()) {
            return count(party);
        }
        List<String> conditions = new ArrayList<>();
        List<Object> parameters = new ArrayList<>();
        party.ifPresent(organisation -> {
            conditions.add("p.organisation = ?");
            parameters.add(organisation.value());
        });
        asked.add(conditions, parameters);
        return database.read(c -> Sql.one(
                        c,
                        "select count(*) from settlement s " + (party.isPresent() ? OF_PARTY : "") + "where "
                                + String.join(" and ", conditions),
                        row -> row.getLong(1),
                        parameters.toArray()))
                .orElse(0L);
    }

    /** How many periods wait now, of everybody's agreements or of those of a party. */
    public long countHolds(Optional<MemberId> party) {
        return countHolds(party, AskedSettlements.ALL);
    }

    /** The same of those that are asked for. */
    public long countHolds(Optional<MemberId> party, AskedSettlements asked) {
        List<String> conditions = new ArrayList<>();
        List<Object> parameters =
                new ArrayList<>(party.stream().map(MemberId::value).toList());
        asked.addHeld(conditions, parameters);
        return database.read(c -> Sql.one(
                        c,
                        "select count(*) from hold where released = false" + heldOf(party) + and(conditions),
                        row -> row.getLong(1),
                        parameters.toArray()))
                .orElse(0L);
    }

    private static String and(List<String> conditions) {
        return conditions.stream().map(condition -> " and " + condition).collect(Collectors.joining());
    }

    private static String heldOf(Optional<MemberId> party) {
        return party.isPresent()
                ? " and hold.agreement_id in (select p.agreement_id from agreement_party p where p.organisation = ?)"
                : "";
    }

    /** The settlement of the latest period of an agreement, in its latest revision, as a list shows it. */
    public Optional<ListedSettlement> last(AgreementId agreement) {
        return listedOf(agreement, Sql.first(1)).stream().findFirst();
    }

    /** The settlements that were committed between two instants. */
    public SettledBetween between(Instant from, Instant to, Optional<MemberId> party) {
        return new SettledBetween(database, from, to, party);
    }

    /** The settlements of two organisations with each other that were committed last, newest first. */
    public List<SettlementRecord> between(MemberId one, MemberId other, int limit) {
        return list(
                OF_PARTY + "join settlement_party q on q.number = p.number and q.organisation = ?"
                        + " where p.organisation = ?",
                OF_PARTY_NEWEST_FIRST,
                Sql.first(limit),
                other.value(),
                one.value());
    }

    /** All settlements of an agreement, the latest period first and the latest revision before the earlier ones. */
    public List<SettlementRecord> of(AgreementId agreement) {
        String sql = SettlementRows.SELECT + "where s.agreement_id = ?" + LATEST_FIRST;
        return database.read(c -> SettlementRows.read(c, sql, agreement.value()));
    }

    /** The same, with what a list shows of them. */
    public List<ListedSettlement> listedOf(AgreementId agreement) {
        return listedOf(agreement, "");
    }

    private List<ListedSettlement> listedOf(AgreementId agreement, String limit) {
        String sql = SettlementRows.LISTED + "where s.agreement_id = ?" + LATEST_FIRST + limit;
        return database.read(c -> Sql.list(c, sql, SettlementRows::listed, agreement.value()));
    }

    /** One settlement. */
    public Optional<SettlementRecord> settlement(SettlementId id) {
        return settlement(id.agreement(), id.period(), id.from(), id.revision());
    }

    /** The same. */
    public Optional<SettlementRecord> settlement(AgreementId agreement, String period, LocalDate from, int revision) {
        return list(
                        "where agreement_id = ? and period_name = ? and from_day = ? and revision = ?",
                        "revision",
                        "",
                        agreement.value(),
                        period,
                        from,
                        revision)
                .stream()
                .findFirst();
    }

    /** The latest revision of a period's settlement. */
    public Optional<SettlementRecord> latest(AgreementId agreement, String period, LocalDate from) {
        return list(
                        "where agreement_id = ? and period_name = ? and from_day = ?",
                        "revision desc",
                        Sql.first(1),
                        agreement.value(),
                        period,
                        from)
                .stream()
                .findFirst();
    }

    /** Whether a period was settled. */
    public boolean isSettled(AgreementId agreement, String period, LocalDate from) {
        return database.read(c -> Sql.one(
                        c,
                        "select revision from settlement where agreement_id = ? and period_name = ? and from_day = ?"
                                + Sql.first(1),
                        row -> row.getInt("revision"),
                        agreement.value(),
                        period,
                        from))
                .isPresent();
    }

    /** Those of the periods that are settled already. */
    public Set<DuePeriod> settledAmong(List<DuePeriod> due) {
        List<Object[]> rows = new ArrayList<>();
        for (DuePeriod each : due) {
            rows.add(new Object[] {rows.size(), each.agreement(), each.period(), each.nextFrom()});
        }
        return database
                .read(c -> ASKED.list(
                        c,
                        rows,
                        asked -> "select asked.place from " + asked + " where exists (select 1 from settlement s where"
                                + " s.agreement_id = asked.agreement and s.period_name = asked.period"
                                + " and s.from_day = asked.from_day)",
                        row -> row.getInt("place")))
                .stream()
                .map(due::get)
                .collect(Collectors.toSet());
    }

    /** Which of an agreement's periods were settled as of a block, and in which revision; the earliest first. */
    public List<SettlementId> latestOf(AgreementId agreement, long asOfBlock) {
        return database.read(c -> Sql.list(
                c,
                "select period_name, from_day, max(revision) as latest from settlement where agreement_id = ?"
                        + " and block_number <= ? group by period_name, from_day order by from_day, period_name",
                row -> new SettlementId(
                        agreement,
                        row.getString("period_name"),
                        row.getObject("from_day", LocalDate.class),
                        row.getInt("latest")),
                agreement.value(),
                asOfBlock));
    }

    /** Of some agreements the latest revision of each settled period that ends after a day, the earliest first. */
    public Map<AgreementId, List<StandingSettlement>> standing(Map<AgreementId, LocalDate> endingAfter) {
        List<Object[]> rows = endingAfter.entrySet().stream()
                .map(each -> new Object[] {each.getKey().value(), each.getValue()})
                .toList();
        return database
                .read(c -> STANDING.list(
                        c,
                        rows,
                        asked -> "select s.agreement_id, s.period_name, s.from_day, s.to_day, s.revision, s.as_of_block"
                                + " from " + asked + " join settlement s on s.agreement_id = asked.agreement"
                                + " and s.to_day > asked.ending_after where s.revision = (select max(t.revision)"
                                + " from settlement t where t.agreement_id = s.agreement_id"
                                + " and t.period_name = s.period_name and t.from_day = s.from_day)",
                        SettlementView::standing))
                .stream()
                .sorted(Comparator.comparing(
                                (StandingSettlement each) -> each.id().from())
                        .thenComparing(each -> each.id().period()))
                .collect(Collectors.groupingBy(each -> each.id().agreement()));
    }

    private static StandingSettlement standing(ResultSet row) throws SQLException {
        return new StandingSettlement(
                new SettlementId(
                        new AgreementId(row.getString("agreement_id")),
                        row.getString("period_name"),
                        row.getObject("from_day", LocalDate.class),
                        row.getInt("revision")),
                row.getObject("to_day", LocalDate.class),
                row.getLong("as_of_block"));
    }

    /** The periods that wait now, the newest hold first. */
    public List<HoldRecord> holds(int limit) {
        return holds("where released = false" + HELD_LAST_FIRST + Sql.first(limit));
    }

    /** Where a waiting period stands in the list of them. */
    public record HoldPlace(long changedIn, AgreementId agreement, String period, LocalDate from) {}

    /**
     * The periods that wait now, in the order of {@link #holds(int)}.
     *
     * @param last behind which place they stand; from the newest on where there is none
     * @param party whose agreements they are of; of everybody's where nobody is named
     */
    public List<HoldRecord> holds(Optional<HoldPlace> last, Optional<MemberId> party, int limit) {
        return holds(last, party, AskedSettlements.ALL, limit);
    }

    /** The same of those that are asked for. */
    public List<HoldRecord> holds(
            Optional<HoldPlace> last, Optional<MemberId> party, AskedSettlements asked, int limit) {
        StringBuilder where = new StringBuilder("where released = false");
        List<Object> parameters = new ArrayList<>();
        party.ifPresent(organisation -> {
            where.append(" and exists (select 1 from agreement_party p where p.organisation = ?"
                    + " and p.agreement_id = hold.agreement_id)");
            parameters.add(organisation.value());
        });
        last.ifPresent(place -> {
            where.append(
                    " and changed_in <= ? and (changed_in < ? or (changed_in = ? and (agreement_id, period_name, from_day)"
                            + " < (?, ?, cast(? as date))))");
            parameters.addAll(List.of(
                    place.changedIn(),
                    place.changedIn(),
                    place.changedIn(),
                    place.agreement().value(),
                    place.period(),
                    place.from()));
        });
        List<String> conditions = new ArrayList<>();
        asked.addHeld(conditions, parameters);
        return holds(where + and(conditions) + HELD_LAST_FIRST + Sql.first(limit), parameters.toArray());
    }

    /** The periods of an agreement that wait, or waited for a time, the latest period first. */
    public List<HoldRecord> holdsOf(AgreementId agreement) {
        return holds("where agreement_id = ? order by from_day desc, period_name", agreement.value());
    }

    private List<HoldRecord> holds(String where, Object... parameters) {
        return database.read(c -> Sql.list(
                c,
                "select * from hold " + where,
                row -> new HoldRecord(
                        CanonicalJson.read(row.getString("content"), HoldState.class),
                        Sql.instant(row, "changed_at"),
                        row.getLong("changed_in")),
                parameters));
    }

    private List<SettlementRecord> list(String where, String order, String limit, Object... parameters) {
        String sql = SettlementRows.SELECT + where + " order by " + order + limit;
        return database.read(c -> SettlementRows.read(c, sql, parameters));
    }
}
