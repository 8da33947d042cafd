package io.smartblocks.ledger.readmodel;

import io.smartblocks.ledger.state.MeterState;
import io.smartblocks.ledger.transaction.CanonicalJson;
import io.smartblocks.ledger.transaction.MeterId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The meters and their readings, as they hold now or as they held in any block. */
public final class MeterView {

    private final Database database;
    private final KnownNames names;

    MeterView(Database database, KnownNames names) {
        this.database = database;
        this.names = names;
    }

    /** All meters by id. */
    public List<MeterState> meters() {
        return database.read(c -> Sql.list(c, "select * from meter order by id", MeterView::meter));
    }

    /** The meters whose ids follow one, by id; from the first on after an empty one. */
    public List<MeterState> after(String id, int limit) {
        return after(id, AskedMeters.ALL, limit);
    }

    /** The same of those that are asked for. */
    public List<MeterState> after(String id, AskedMeters asked, int limit) {
        List<String> conditions = new ArrayList<>(List.of("m.id > ?"));
        List<Object> parameters = new ArrayList<>(List.of(id));
        asked.add(conditions, parameters);
        return database.read(c -> Sql.list(
                c,
                "select m.content from meter m where " + String.join(" and ", conditions) + " order by m.id"
                        + Sql.first(limit),
                MeterView::meter,
                parameters.toArray()));
    }

    /** The meters that are read in a unit and as often, by id. */
    public List<MeterState> fitting(String unit, String interval, int limit) {
        return database.read(c -> Sql.list(
                c,
                "select * from meter where unit = ? and reading_interval = ? order by id" + Sql.first(limit),
                MeterView::meter,
                unit,
                interval));
    }

    /** One meter. */
    public Optional<MeterState> meter(MeterId id) {
        return database.read(c -> Sql.one(c, "select * from meter where id = ?", MeterView::meter, id.value()));
    }

    /**
     * The pages of a meter from one local day up to, and not including, another, in the order of the days.
     *
     * @param asOfBlock the last block that counts; a later correction is not seen
     */
    public List<RecordedPage> pages(MeterId meter, LocalDate from, LocalDate to, long asOfBlock) {
        Map<LocalDate, RecordedPage> last = new LinkedHashMap<>();
        database.read(c -> versions(c, meter, from, to, asOfBlock))
                .forEach(version -> last.merge(version.page().day(), version, MeterView::later));
        return List.copyOf(last.values());
    }

    /**
     * The readings of many meters and days in one question, in the order of the days.
     *
     * @param asOfBlock the last block that counts; a later correction is not seen
     */
    public Map<MeterDays, List<DayReadings>> readings(List<MeterDays> wanted, long asOfBlock) {
        return database.read(c -> new ReadingsRows(c, names).read(wanted, asOfBlock));
    }

    /** The pages of a meter as they hold now. */
    public List<RecordedPage> pages(MeterId meter, LocalDate from, LocalDate to) {
        return pages(meter, from, to, Long.MAX_VALUE);
    }

    /** The page of the latest day that a meter has. */
    public Optional<RecordedPage> latest(MeterId meter) {
        return database
                .read(c -> {
                    Optional<LocalDate> day = day(c, meter, "desc");
                    return day.isEmpty()
                            ? List.<RecordedPage>of()
                            : versions(c, meter, day.get(), day.get().plusDays(1), Long.MAX_VALUE);
                })
                .stream()
                .reduce(MeterView::later);
    }

    /** The days of which a page was brought by a block from the given one on, each day of a meter on its own. */
    public List<MeterDays> changedFrom(long block) {
        return database.read(c -> Sql.list(
                c,
                "select distinct n.name, p.place from day_page p join known_name n on n.number = p.place / "
                        + PagePlace.OF_A_METER + " where p.block_number >= ?",
                row -> {
                    LocalDate day = PagePlace.day(row.getLong(2));
                    return new MeterDays(new MeterId(row.getString(1)), day, day.plusDays(1));
                },
                block));
    }

    /** The first local day of which a meter has a page. */
    public Optional<LocalDate> firstDay(MeterId meter) {
        return database.read(c -> day(c, meter, "asc"));
    }

    private Optional<LocalDate> day(Connection connection, MeterId meter, String order) throws SQLException {
        return Sql.one(
                connection,
                "select place from day_page where place >= ? and place < ? order by place " + order + Sql.first(1),
                row -> PagePlace.day(row.getLong(1)),
                range(connection, meter, LocalDate.MIN, LocalDate.MAX));
    }

    /** All versions, those of a day side by side. */
    private List<RecordedPage> versions(
            Connection connection, MeterId meter, LocalDate from, LocalDate to, long asOfBlock) throws SQLException {
        PageReading reading = new PageReading();
        Object[] range = range(connection, meter, from, to);
        return Sql.list(
                connection,
                "select p.place, p.body, p.block_number, t.id as transaction_id from day_page p"
                        + " left join ledger_transaction t on t.number = p.transaction_number"
                        + " where p.place >= ? and p.place < ? and p.block_number <= ? order by p.place",
                row -> reading.page(
                        meter,
                        PagePlace.day(row.getLong("place")),
                        row.getBytes("body"),
                        row.getLong("block_number"),
                        Sql.transactionId(row)),
                range[0],
                range[1],
                asOfBlock);
    }

    /** The first place of some days of a meter and the place behind the last. */
    private Object[] range(Connection connection, MeterId meter, LocalDate from, LocalDate to) throws SQLException {
        Integer number = names.numbers(connection, List.of(meter.value())).getOrDefault(meter.value(), 0);
        return new Object[] {PagePlace.first(number, from), PagePlace.first(number, to)};
    }

    private static RecordedPage later(RecordedPage one, RecordedPage other) {
        boolean sameBlock = one.block() == other.block();
        return (sameBlock ? one.revision() > other.revision() : one.block() > other.block()) ? one : other;
    }

    static MeterState meter(ResultSet row) throws SQLException {
        return CanonicalJson.read(row.getString("content"), MeterState.class);
    }
}
