package io.smartblocks.ledger.readmodel;

import io.smartblocks.ledger.transaction.MeterId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the pages of many meters and days, the last version of each. */
final class ReadingsRows {

    private static final Asked ASKED =
            new Asked("number, first_place, end_place", List.of("integer", "bigint", "bigint"), -1, -1L, -1L);

    private final PageReading reading = new PageReading();
    private final Connection connection;
    private final KnownNames names;

    ReadingsRows(Connection connection, KnownNames names) {
        this.connection = connection;
        this.names = names;
    }

    /** A version as it stands in its row; its body is read only if it is the last. */
    private record Version(int asked, long place, long block, byte[] body) {}

    Map<MeterDays, List<DayReadings>> read(List<MeterDays> wanted, long asOfBlock) throws SQLException {
        Map<String, Integer> numbers = names.numbers(
                connection, wanted.stream().map(each -> each.meter().value()).toList());
        List<List<Version>> versions = new ArrayList<>(wanted.size());
        List<Object[]> asked = new ArrayList<>(wanted.size());
        for (MeterDays each : wanted) {
            Integer meter = numbers.get(each.meter().value());
            if (meter != null) {
                asked.add(new Object[] {
                    versions.size(), PagePlace.first(meter, each.from()), PagePlace.first(meter, each.to())
                });
            }
            versions.add(new ArrayList<>());
        }
        ASKED.list(
                        connection,
                        asked,
                        ranges -> "select asked.number, p.place, p.block_number, p.body from " + ranges
                                + " join day_page p on p.place >= asked.first_place and p.place < asked.end_place"
                                + " and p.block_number <= ?",
                        row -> new Version(row.getInt(1), row.getLong(2), row.getLong(3), row.getBytes(4)),
                        asOfBlock)
                .forEach(version -> versions.get(version.asked()).add(version));
        Map<MeterDays, List<DayReadings>> found = new HashMap<>();
        for (int i = 0; i < wanted.size(); i++) {
            found.put(wanted.get(i), last(wanted.get(i).meter(), versions.get(i)));
        }
        return found;
    }

    private List<DayReadings> last(MeterId meter, List<Version> versions) {
        versions.sort(Comparator.comparingLong(Version::place));
        List<DayReadings> pages = new ArrayList<>(versions.size());
        for (int i = 0; i < versions.size(); i++) {
            LocalDate day = PagePlace.day(versions.get(i).place());
            Version last = versions.get(i);
            while (i + 1 < versions.size()
                    && PagePlace.day(versions.get(i + 1).place()).equals(day)) {
                i++;
                last = later(last, versions.get(i));
            }
            pages.add(reading.numbers(meter, day, last.body()));
        }
        return pages;
    }

    private Version later(Version one, Version other) {
        if (one.block() != other.block()) {
            return one.block() > other.block() ? one : other;
        }
        return reading.revision(one.body()) > reading.revision(other.body()) ? one : other;
    }
}
