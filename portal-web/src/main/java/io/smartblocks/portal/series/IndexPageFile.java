package io.smartblocks.portal.series;

import io.smartblocks.ledger.transaction.IndexId;
import io.smartblocks.ledger.transaction.IndexPage;
import io.smartblocks.ledger.transaction.Interval;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reads a file of index values of which there are several a day: {@code start,value}, where a value may be missing. */
final class IndexPageFile {

    private final ValueFile file;
    private final IndexId index;
    private final Interval interval;
    private final ZoneId zone;
    private final Map<LocalDate, @Nullable BigDecimal[]> days = new TreeMap<>();

    IndexPageFile(String text, String source, IndexId index, Interval interval, ZoneId zone) {
        this.file = new ValueFile(text, source, index.value());
        this.index = index;
        this.interval = interval;
        this.zone = zone;
    }

    /** A page for each local day that has a value, in their order. */
    List<IndexPage> pages() {
        List<ValueFile.Line> lines = file.lines(List.of("start", "value"), "start,value");
        lines.stream().filter(line -> !line.field("value").isEmpty()).forEach(this::place);
        if (days.isEmpty()) {
            throw file.refused(lines.get(0).number(), "no row of the file has a value", "at least one");
        }
        List<IndexPage> pages = new ArrayList<>();
        days.forEach((day, values) ->
                pages.add(IndexPage.of(index, day, zone, interval, new ArrayList<>(Arrays.asList(values)))));
        return pages;
    }

    private void place(ValueFile.Line line) {
        Instant start = start(line);
        LocalDate day = start.atZone(zone).toLocalDate();
        int count = interval.valuesOn(day, zone);
        int place = IntStream.range(0, count)
                .filter(number -> interval.startOf(day, zone, number).equals(start))
                .findFirst()
                .orElseThrow(() -> file.refused(
                        line.number(),
                        "the value starts " + line.field("start") + ", between those of the index",
                        "a start every " + interval + " from midnight in " + zone));
        @Nullable BigDecimal[] values = days.computeIfAbsent(day, any -> new BigDecimal[count]);
        if (values[place] != null) {
            throw file.refused(
                    line.number(), "a value for " + start + " stands in an earlier line already", "one for each start");
        }
        values[place] = file.decimal(line, "value");
    }

    private Instant start(ValueFile.Line line) {
        try {
            return OffsetDateTime.parse(line.field("start")).toInstant();
        } catch (DateTimeException e) {
            throw file.refused(
                    line.number(),
                    "'" + line.field("start") + "' names no instant",
                    "an ISO time with Z or its offset, such as 2026-10-25T02:30:00+01:00");
        }
    }
}
