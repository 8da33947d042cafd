package io.smartblocks.ledger.readmodel;

import io.smartblocks.ledger.transaction.MeterId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads the pages of many meters and days, the last version of each. */
final class ReadingsRows {

    private static final LocalDate NO_DAY = LocalDate.EPOCH;
    private static final Asked ASKED = new Asked(
            "place, meter, from_day, to_day",
            List.of("integer", "varchar(405)", "date", "date"),
            -1,
            "",
            NO_DAY,
            NO_DAY);

    private ReadingsRows() {}

    private record Version(int place, DayReadings readings, long block, int batch) {

        Version later(Version other) {
            return block > other.block || block == other.block && batch > other.batch ? this : other;
        }
    }

    static Map<MeterDays, List<DayReadings>> read(Connection connection, List<MeterDays> wanted, long asOfBlock)
            throws SQLException {
        List<Object[]> rows = new ArrayList<>();
        List<Map<LocalDate, Version>> days = new ArrayList<>();
        for (MeterDays each : wanted) {
            rows.add(new Object[] {rows.size(), each.meter().value(), each.from(), each.to()});
            days.add(new TreeMap<>());
        }
        ASKED.list(
                        connection,
                        rows,
                        asked -> "select asked.place, p.* from " + asked
                                + " join readings_page p on p.meter_id = asked.meter"
                                + " and p.local_day >= asked.from_day and p.local_day < asked.to_day and p.block_number <= ?",
                        ReadingsRows::version,
                        asOfBlock)
                .forEach(version ->
                        days.get(version.place()).merge(version.readings().day(), version, Version::later));
        Map<MeterDays, List<DayReadings>> found = new HashMap<>();
        for (int i = 0; i < wanted.size(); i++) {
            found.put(
                    wanted.get(i),
                    days.get(i).values().stream().map(Version::readings).toList());
        }
        return found;
    }

    private static Version version(ResultSet row) throws SQLException {
        return new Version(row.getInt("place"), readings(row), row.getLong("block_number"), row.getInt("batch"));
    }

    private static DayReadings readings(ResultSet row) throws SQLException {
        String digest = row.getString("digest");
        if (digest == null) {
            return DayReadings.of(MeterView.page(row));
        }
        return new DayReadings(
                new MeterId(row.getString("meter_id")),
                row.getObject("local_day", LocalDate.class),
                row.getString("zone"),
                row.getString("reading_interval"),
                row.getString("unit"),
                row.getInt("scale"),
                StoredReadings.numbers(row.getString("readings")),
                row.getString("quality"),
                digest);
    }
}
