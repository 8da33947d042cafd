package io.smartblocks.ledger.readmodel;

import io.smartblocks.ledger.identity.MemberId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Which periods are to be settled next and when: what a sweep of the scheduler asks, one row per agreement and period. */
public final class DueCalendar {

    private static final String COLUMNS =
            "select agreement_id, version, period_name, next_from, due_at, zone, shard, failures from due_period ";

    private static final String UPDATE =
            "update due_period set next_from = ?, due_at = ?, zone = ?, shard = ?, failures = ?"
                    + " where agreement_id = ? and version = ? and period_name = ?";
    private static final String INSERT =
            "insert into due_period (next_from, due_at, zone, shard, failures, agreement_id, version, period_name)"
                    + " values (?, ?, ?, ?, ?, ?, ?, ?)";

    private final Database database;

    DueCalendar(Database database) {
        this.database = database;
    }

    /** Notes the next period of an agreement's calendar, in place of the one noted before. */
    public void put(DuePeriod due) {
        try {
            database.inTransaction(connection -> update(connection, due) > 0 ? 1 : insert(connection, due));
        } catch (ReadModelException e) {
            if (!isTakenAlready(e)) {
                throw e;
            }
            database.inTransaction(connection -> update(connection, due));
        }
    }

    /** Notes many at once; of those of one calendar the last. */
    public void putAll(List<DuePeriod> due) {
        Map<List<String>, Object[]> last = new LinkedHashMap<>();
        due.forEach(each -> last.put(List.of(each.agreement(), each.version(), each.period()), columns(each)));
        List<Object[]> rows = List.copyOf(last.values());
        try {
            database.inTransaction(connection -> {
                int[] updated = Sql.counts(connection, UPDATE, rows);
                List<Object[]> missing = IntStream.range(0, updated.length)
                        .filter(place -> updated[place] == 0)
                        .mapToObj(rows::get)
                        .toList();
                Sql.batch(connection, INSERT, missing);
                return missing.size();
            });
        } catch (ReadModelException e) {
            if (!isTakenAlready(e)) {
                throw e;
            }
            due.forEach(this::put);
        }
    }

    private static int update(Connection connection, DuePeriod due) throws SQLException {
        return Sql.run(connection, UPDATE, columns(due));
    }

    private static int insert(Connection connection, DuePeriod due) throws SQLException {
        return Sql.run(connection, INSERT, columns(due));
    }

    private static Object[] columns(DuePeriod due) {
        return new Object[] {
            due.nextFrom(),
            due.dueAt(),
            due.zone().getId(),
            due.shard(),
            due.failures(),
            due.agreement(),
            due.version(),
            due.period()
        };
    }

    /** True if another node noted the same calendar between the update and the insert. */
    private static boolean isTakenAlready(ReadModelException e) {
        return e.getCause() instanceof SQLException sql
                && sql.getSQLState() != null
                && sql.getSQLState().startsWith("23");
    }

    /** What one shard of a zone has to settle by now, the longest due first. */
    public List<DuePeriod> due(Instant now, ZoneId zone, int shard, int limit) {
        return list(
                "where zone = ? and shard = ? and due_at <= ? order by due_at, agreement_id, version, period_name"
                        + Sql.first(limit),
                zone.getId(),
                shard,
                now);
    }

    /** What is to be settled by now anywhere, the longest due first. */
    public List<DuePeriod> due(Instant now, int limit) {
        return list("where due_at <= ? order by due_at, agreement_id, version, period_name" + Sql.first(limit), now);
    }

    /** Where a period stands in the order in which all of them fall due. */
    public record Place(Instant dueAt, String agreement, String version, String period) {}

    /**
     * What is to be settled next, the soonest first.
     *
     * @param last behind which place it stands; from the soonest on where there is none
     * @param party whose agreements it is of; of everybody's where nobody is named
     */
    public List<DuePeriod> next(Optional<Place> last, Optional<MemberId> party, int limit) {
        List<String> conditions = new ArrayList<>();
        List<Object> parameters = new ArrayList<>();
        last.ifPresent(place -> {
            conditions.add("due_at >= ? and (due_at > ? or (agreement_id, version, period_name) > (?, ?, ?))");
            parameters.addAll(
                    List.of(place.dueAt(), place.dueAt(), place.agreement(), place.version(), place.period()));
        });
        party.ifPresent(organisation -> {
            conditions.add("exists (select 1 from agreement_party p where p.organisation = ?"
                    + " and p.agreement_id = due_period.agreement_id)");
            parameters.add(organisation.value());
        });
        return list(
                (conditions.isEmpty() ? "" : "where " + String.join(" and ", conditions))
                        + " order by due_at, agreement_id, version, period_name" + Sql.first(limit),
                parameters.toArray());
    }

    /** The next periods of one agreement, the earliest first. */
    public List<DuePeriod> of(String agreement) {
        return list("where agreement_id = ? order by due_at, version, period_name", agreement);
    }

    /** When the period is due that has been due for longest; empty if nothing is by now. */
    public Optional<Instant> oldest(Instant now) {
        return database
                .read(connection -> Sql.list(
                        connection,
                        "select due_at from due_period where due_at <= ? order by due_at" + Sql.first(1),
                        row -> Sql.instant(row, "due_at"),
                        now))
                .stream()
                .findFirst();
    }

    /** What could not be settled again and again, the most stubborn first. */
    public List<DuePeriod> failing(int limit) {
        return list("where failures > 0 order by failures desc, agreement_id, version, period_name" + Sql.first(limit));
    }

    /** The zones in which anything waits: each has a sweep of its own. */
    public List<ZoneId> zones() {
        return database.read(connection -> Sql.list(
                connection,
                "select distinct zone from due_period order by zone",
                row -> ZoneId.of(row.getString("zone"))));
    }

    /** Forgets one calendar of an agreement, after its last period. */
    public void remove(String agreement, String version, String period) {
        database.inTransaction(connection -> delete(connection, agreement, version, period));
    }

    /** Forgets an agreement version that has ended. */
    public void remove(String agreement, String version) {
        database.inTransaction(connection -> Sql.run(
                connection, "delete from due_period where agreement_id = ? and version = ?", agreement, version));
    }

    private List<DuePeriod> list(String where, Object... parameters) {
        return database.read(connection -> Sql.list(connection, COLUMNS + where, DueCalendar::row, parameters));
    }

    private static int delete(Connection connection, String agreement, String version, String period)
            throws SQLException {
        return Sql.run(
                connection,
                "delete from due_period where agreement_id = ? and version = ? and period_name = ?",
                agreement,
                version,
                period);
    }

    private static DuePeriod row(ResultSet row) throws SQLException {
        return new DuePeriod(
                row.getString("agreement_id"),
                row.getString("version"),
                row.getString("period_name"),
                row.getObject("next_from", LocalDate.class),
                Sql.instant(row, "due_at"),
                ZoneId.of(row.getString("zone")),
                row.getInt("shard"),
                row.getInt("failures"));
    }
}
