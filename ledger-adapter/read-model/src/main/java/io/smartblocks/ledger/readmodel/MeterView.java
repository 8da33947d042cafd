package io.smartblocks.ledger.readmodel;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.proof.Hash;
import io.smartblocks.ledger.state.MeterState;
import io.smartblocks.ledger.transaction.CanonicalJson;
import io.smartblocks.ledger.transaction.Interval;
import io.smartblocks.ledger.transaction.MeterId;
import io.smartblocks.ledger.transaction.ReadingsPage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The meters and their readings, as they hold now or as they held in any block. */
public final class MeterView {

    private final Database database;

    MeterView(Database database) {
        this.database = database;
    }

    /** All meters by id. */
    public List<MeterState> meters() {
        return database.read(c -> Sql.list(c, "select * from meter order by id", MeterView::meter));
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
        List<RecordedPage> versions = database.read(c -> Sql.list(
                c,
                "select * from readings_page where meter_id = ? and local_day >= ? and local_day < ?"
                        + " and block_number <= ? order by local_day, block_number, batch",
                MeterView::page,
                meter.value(),
                from,
                to,
                asOfBlock));
        Map<LocalDate, RecordedPage> last = new LinkedHashMap<>();
        versions.forEach(version -> last.put(version.page().day(), version));
        return List.copyOf(last.values());
    }

    /**
     * The readings of many meters and days in one question, in the order of the days.
     *
     * @param asOfBlock the last block that counts; a later correction is not seen
     */
    public Map<MeterDays, List<DayReadings>> readings(List<MeterDays> wanted, long asOfBlock) {
        return database.read(c -> ReadingsRows.read(c, wanted, asOfBlock));
    }

    /** The pages of a meter as they hold now. */
    public List<RecordedPage> pages(MeterId meter, LocalDate from, LocalDate to) {
        return pages(meter, from, to, Long.MAX_VALUE);
    }

    /** The page of the latest day that a meter has. */
    public Optional<RecordedPage> latest(MeterId meter) {
        return database.read(c -> Sql.one(
                c,
                "select * from readings_page where meter_id = ? order by local_day desc, block_number desc, batch desc"
                        + Sql.first(1),
                MeterView::page,
                meter.value()));
    }

    /** The first local day of which a meter has a page. */
    public Optional<LocalDate> firstDay(MeterId meter) {
        return database.read(c -> Sql.one(
                c,
                "select local_day from readings_page where meter_id = ? order by local_day" + Sql.first(1),
                row -> row.getObject("local_day", LocalDate.class),
                meter.value()));
    }

    private static MeterState meter(ResultSet row) throws SQLException {
        return CanonicalJson.read(row.getString("content"), MeterState.class);
    }

    static RecordedPage page(ResultSet row) throws SQLException {
        ReadingsPage page = new ReadingsPage(
                new MeterId(row.getString("meter_id")),
                row.getObject("local_day", LocalDate.class),
                ZoneId.of(row.getString("zone")),
                Sql.instant(row, "starts_at"),
                new Interval(row.getString("reading_interval")),
                row.getString("unit"),
                row.getInt("scale"),
                StoredReadings.read(row.getString("readings")),
                row.getString("quality"),
                Optional.ofNullable(row.getString("flags")));
        return new RecordedPage(
                page,
                row.getInt("revision"),
                new MemberId(row.getString("recorded_by")),
                row.getString("reason"),
                row.getLong("block_number"),
                Sql.transactionId(row),
                Optional.ofNullable(row.getString("digest"))
                        .map(Hash::new)
                        .orElseGet(() -> RecordedPage.digestOf(page)));
    }
}
