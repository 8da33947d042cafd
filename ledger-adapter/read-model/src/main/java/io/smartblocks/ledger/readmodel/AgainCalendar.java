package io.smartblocks.ledger.readmodel;

import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.ledger.transaction.MeterId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which settled periods are to be looked at again, and up to which block was looked for them. Like the calendar of what
 * is due it is not fed by blocks, but found anew from them when it is lost.
 */
public final class AgainCalendar {

    private static final String COLUMNS =
            "select agreement_id, period_name, from_day, to_day, due_at, since_block, last_block, zone, shard from look_again ";
    private static final String CAUSES = "'index', 'statement', 'payment', 'dispute'";
    private static final Asked SOURCES = new Asked("source", List.of("varchar(500)"), "");
    private static final Asked METERS = new Asked("first, behind", List.of("bigint", "bigint"), -1, -1);

    /** The question comes once for hundreds of thousands of pages, so the tables are joined where they lie. */
    private static final String MAY_REST_ON_PAGES =
            "select w.agreement_id, w.source, w.reads_on, p.meter, p.first, n.name from (select " + PagePlace.METER
                    + " as meter, min(place) as first from day_page where block_number > ? and block_number <= ? group by "
                    + PagePlace.METER + ") p join known_name n on n.number = p.meter"
                    + " join watched_source w on w.source = concat('readings/', n.name)"
                    + " where exists (select 1 from settlement s where s.agreement_id = w.agreement_id and s.to_day > "
                    + PagePlace.dayBefore("p.first", "w.reads_on") + ")";

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

    /**
     * Pages of readings that an agreement reads.
     *
     * @param pages those of one meter that some blocks wrote
     */
    public record WatchedPages(Watch watch, WrittenPages pages) {}

    /**
     * The pages of readings that blocks after one, up to and with another, wrote, for each agreement that reads them and has
     * settled a period late enough to rest on one of them.
     */
    public List<WatchedPages> pages(long after, long upTo) {
        return database.read(c -> {
            List<Reader> readers = Sql.list(
                    c,
                    MAY_REST_ON_PAGES,
                    row -> new Reader(watch(row), row.getInt("meter"), row.getString("name"), row.getLong("first")),
                    after,
                    upTo);
            Map<Integer, WrittenPages> pages = new TreeMap<>();
            readers.forEach(each -> pages.putIfAbsent(each.number(), new WrittenPages(new MeterId(each.meter()))));
            addPages(c, readers, pages, after, upTo);
            return readers.stream()
                    .map(each -> new WatchedPages(each.watch(), pages.get(each.number())))
                    .toList();
        });
    }

    /**
     * An agreement that reads a meter, which has a number.
     *
     * @param first where the first of its pages lies that the blocks wrote
     */
    private record Reader(Watch watch, int number, String meter, long first) {}

    /** Looks from the first page that was written on; the history before it is not read. */
    private static void addPages(
            Connection c, List<Reader> readers, Map<Integer, WrittenPages> pages, long after, long upTo)
            throws SQLException {
        Map<Integer, Long> first = new TreeMap<>();
        readers.forEach(each -> first.put(each.number(), each.first()));
        METERS.list(
                c,
                first.entrySet().stream()
                        .map(each -> new Object[] {each.getValue(), PagePlace.first(each.getKey() + 1)})
                        .toList(),
                asked -> "select p.place, p.block_number from " + asked + " join day_page p on p.place >= asked.first"
                        + " and p.place < asked.behind where p.block_number > ? and p.block_number <= ?",
                row -> {
                    WrittenPages of = pages.get(PagePlace.meter(row.getLong("place")));
                    of.add(row.getLong("place"), row.getLong("block_number"));
                    return of;
                },
                after,
                upTo);
    }

    /** Of settlements only those that are read for other periods. */
    private static List<Written> settlements(Connection connection, long after, long upTo) throws SQLException {
        return Sql.list(
                connection,
                "select s.agreement_id, s.period_name, s.from_day, s.revision, s.block_number from settlement s"
                        + " where s.number >= ? and s.number < ? and exists (select 1 from watched_source w"
                        + " where w.agreement_id = s.agreement_id and w.source = concat('settlement/', s.agreement_id))",
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
        return database.read(c -> SOURCES.list(
                c,
                sources.stream().map(source -> new Object[] {source}).toList(),
                asked -> "select w.agreement_id, w.source, w.reads_on from " + asked
                        + " join watched_source w on w.source = asked.source",
                AgainCalendar::watch));
    }

    private static Watch watch(ResultSet row) throws SQLException {
        return new Watch(
                new AgreementId(row.getString("agreement_id")), row.getString("source"), row.getInt("reads_on"));
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
