package io.smartblocks.ledger.readmodel;

import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.transaction.AgreementId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Which settled periods are to be looked at again, and up to which block was looked for them. Like the calendar of what
 * is due it is not fed by blocks, but found anew from them when it is lost.
 */
public final class AgainCalendar {

    private static final String COLUMNS =
            "select agreement_id, period_name, from_day, to_day, due_at, since_block, last_block, zone, shard from look_again ";
    private static final String CAUSES = "'index', 'statement', 'payment', 'dispute'";
    private static final int MOST_PARAMETERS = 500;

    private final Database database;

    AgainCalendar(Database database) {
        this.database = database;
    }

    /** The last block that was looked at; -1 before the first. */
    public long lookedTo() {
        return database.read(AgainCalendar::lookedTo);
    }

    /**
     * What blocks after one, up to and with another, wrote beside {@link #pages} that a settlement may rest on, in the order
     * of the blocks.
     */
    public List<Written> written(long after, long upTo) {
        return database.read(c -> {
            List<Written> written = new ArrayList<>(states(c, after, upTo));
            written.addAll(settlements(c, after, upTo));
            written.sort(Comparator.comparingLong(Written::block).thenComparing(Written::key));
            return written;
        });
    }

    private static List<Written> states(Connection connection, long after, long upTo) throws SQLException {
        return Sql.list(
                connection,
                "select block_number, state_key from state_write where number >= ? and number < ?" + " and kind in ("
                        + CAUSES + ")",
                row -> new Written(row.getString("state_key"), row.getLong("block_number")),
                Projection.number(after + 1, 0),
                Projection.number(upTo + 1, 0));
    }

    /** The pages of readings that blocks after one, up to and with another, wrote, meter by meter. */
    public List<WrittenPages> pages(long after, long upTo) {
        return database.read(c -> {
            Map<Integer, WrittenPages.Found> found = new HashMap<>();
            Sql.list(
                    c,
                    "select place, block_number from day_page where block_number > ? and block_number <= ?",
                    row -> {
                        long place = row.getLong(1);
                        WrittenPages.Found pages =
                                found.computeIfAbsent(PagePlace.meter(place), number -> new WrittenPages.Found());
                        pages.add(place, row.getLong(2));
                        return pages;
                    },
                    after,
                    upTo);
            List<WrittenPages> pages = new ArrayList<>();
            KnownNames.of(c, found.keySet())
                    .forEach((number, name) -> pages.add(found.get(number).of(name)));
            return pages;
        });
    }

    private static List<Written> settlements(Connection connection, long after, long upTo) throws SQLException {
        return Sql.list(
                connection,
                "select agreement_id, period_name, from_day, revision, block_number from settlement"
                        + " where number >= ? and number < ?",
                row -> new Written(StateKey.settlement(SettlementRows.id(row)).value(), row.getLong("block_number")),
                Projection.number(after + 1, 0),
                Projection.number(upTo + 1, 0));
    }

    /**
     * An agreement and something that it reads.
     *
     * @param readsOn how many days after the end of a period it is read for that period
     */
    public record Watch(AgreementId agreement, String source, int readsOn) {}

    /** Notes all that some agreements read, in place of what was noted of them before. */
    public void watch(Collection<Watch> watches) {
        database.inTransaction(c -> {
            Sql.batch(
                    c,
                    "delete from watched_source where agreement_id = ?",
                    watches.stream()
                            .map(watch -> watch.agreement().value())
                            .distinct()
                            .map(agreement -> new Object[] {agreement})
                            .toList());
            Sql.batch(
                    c,
                    "insert into watched_source (agreement_id, source, reads_on) values (?, ?, ?)",
                    watches.stream()
                            .map(watch -> new Object[] {watch.agreement().value(), watch.source(), watch.readsOn()})
                            .toList());
            return watches.size();
        });
    }

    /** The agreements that read some of these sources. */
    public List<Watch> watching(Collection<String> sources) {
        List<String> all = List.copyOf(sources);
        List<Watch> watches = new ArrayList<>();
        for (int from = 0; from < all.size(); from += MOST_PARAMETERS) {
            List<String> some = all.subList(from, Math.min(all.size(), from + MOST_PARAMETERS));
            String marks = some.stream().map(source -> "?").collect(Collectors.joining(", "));
            watches.addAll(database.read(c -> Sql.list(
                    c,
                    "select agreement_id, source, reads_on from watched_source where source in (" + marks + ")",
                    row -> new Watch(
                            new AgreementId(row.getString("agreement_id")),
                            row.getString("source"),
                            row.getInt("reads_on")),
                    some.toArray())));
        }
        return watches;
    }

    /**
     * Notes what is to be looked at again, and that blocks up to one were looked at for it.
     *
     * @param before the last block that had been looked at
     * @return false, and nothing noted, when someone else has looked further meanwhile
     */
    public boolean note(List<LookAgain> found, long before, long upTo) {
        return database.inTransaction(c -> {
            if (Sql.run(c, "update looked_to set block_number = ? where block_number = ?", upTo, before) != 1) {
                return false;
            }
            for (LookAgain each : found) {
                merge(c, each);
            }
            return true;
        });
    }

    private static long lookedTo(Connection c) throws SQLException {
        return Sql.one(c, "select block_number from looked_to", row -> row.getLong("block_number"))
                .orElseThrow();
    }

    /** What waits already keeps its cause, and is looked at when the first of both says so. */
    private static void merge(Connection c, LookAgain again) throws SQLException {
        int known = Sql.run(
                c,
                "update look_again set due_at = case when due_at < ? then due_at else ? end, last_block = ?"
                        + " where agreement_id = ? and period_name = ? and from_day = ?",
                again.dueAt(),
                again.dueAt(),
                again.lastBlock(),
                again.agreement().value(),
                again.name(),
                again.from());
        if (known == 0) {
            Sql.run(
                    c,
                    "insert into look_again (agreement_id, period_name, from_day, to_day, due_at, since_block, last_block, zone, shard)"
                            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    again.agreement().value(),
                    again.name(),
                    again.from(),
                    again.to(),
                    again.dueAt(),
                    again.sinceBlock(),
                    again.lastBlock(),
                    again.zone().getId(),
                    again.shard());
        }
    }

    /** What is to be looked at by now in one shard of a zone: for each agreement the first that ended first. */
    public List<LookAgain> due(Instant now, ZoneId zone, int shard, int limit) {
        return list(
                "where zone = ? and shard = ? and due_at <= ? order by to_day, from_day desc, agreement_id, period_name"
                        + Sql.first(limit),
                zone.getId(),
                shard,
                now);
    }

    /** What is to be looked at by now anywhere, the first that ended first. */
    public List<LookAgain> due(Instant now, int limit) {
        return list(
                "where due_at <= ? order by to_day, from_day desc, agreement_id, period_name" + Sql.first(limit), now);
    }

    /** All that waits of an agreement, the first that ended first. */
    public List<LookAgain> of(AgreementId agreement) {
        return list("where agreement_id = ? order by to_day, from_day desc, period_name", agreement.value());
    }

    /** Looks at something at another time, unless more was found of it since it was read here. */
    public void move(LookAgain again, Instant to) {
        database.inTransaction(c -> Sql.run(
                c,
                "update look_again set due_at = ? where agreement_id = ? and period_name = ? and from_day = ?"
                        + " and last_block = ?",
                to,
                again.agreement().value(),
                again.name(),
                again.from(),
                again.lastBlock()));
    }

    /** Looks at something no more, unless more was found of it since it was read here. */
    public void remove(LookAgain again) {
        database.inTransaction(c -> Sql.run(
                c,
                "delete from look_again where agreement_id = ? and period_name = ? and from_day = ?"
                        + " and last_block = ?",
                again.agreement().value(),
                again.name(),
                again.from(),
                again.lastBlock()));
    }

    private List<LookAgain> list(String where, Object... parameters) {
        return database.read(c -> Sql.list(c, COLUMNS + where, AgainCalendar::row, parameters));
    }

    private static LookAgain row(ResultSet row) throws SQLException {
        return new LookAgain(
                new AgreementId(row.getString("agreement_id")),
                row.getString("period_name"),
                row.getObject("from_day", LocalDate.class),
                row.getObject("to_day", LocalDate.class),
                Sql.instant(row, "due_at"),
                row.getLong("since_block"),
                row.getLong("last_block"),
                ZoneId.of(row.getString("zone")),
                row.getInt("shard"));
    }
}
