package io.smartblocks.runtime.explain;

import io.smartblocks.dsl.units.Exact;
import io.smartblocks.dsl.units.Unit;
import io.smartblocks.runtime.metering.Grid;
import io.smartblocks.runtime.metering.MeterColumn;
import io.smartblocks.runtime.metering.Quality;
import io.smartblocks.runtime.rules.Reasons;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** The readings of a meter day by day, with their quality, estimated spans and stands. */
final class MeterDays {

    private MeterDays() {}

    /** True if the readings add up, as energy does; a power or a temperature does not. */
    static boolean addsUp(Unit unit) {
        return unit.addsUp();
    }

    static String words(Reasons.Used used) {
        Step.Readings readings = of(used, true);
        String words = "%s was read %d times in %d days from %s to %s"
                .formatted(
                        used.meter(),
                        readings.actual() + readings.estimated() + readings.missing(),
                        readings.days(),
                        readings.from(),
                        readings.to());
        String quality =
                readings.estimated() == 0 ? ", none estimated" : ", " + readings.estimated() + " of them estimated";
        return words + quality + (readings.stands().isEmpty() ? "" : "; " + String.join(", ", readings.stands()));
    }

    static Step.Readings of(Reasons.Used used, boolean addsUp) {
        MeterColumn column = used.column();
        Grid grid = column.grid();
        LocalDate from = used.window().from();
        LocalDate to = used.window().to();
        int first = grid.indexOf(from);
        int last = grid.indexOf(to);
        return new Step.Readings(
                used.meter(),
                column.unit(),
                from,
                to.minusDays(1),
                Math.toIntExact(ChronoUnit.DAYS.between(from, to)),
                column.count(Quality.ACTUAL, first, last),
                column.count(Quality.ESTIMATED, first, last),
                column.count(Quality.MISSING, first, last),
                spans(column, first, last),
                stands(used),
                addsUp ? "total" : "average",
                days(column, first, last, addsUp));
    }

    private static List<Step.Day> days(MeterColumn column, int first, int last, boolean addsUp) {
        List<Step.Day> days = new ArrayList<>();
        int start = first;
        while (start < last) {
            LocalDate day = column.grid().dayOf(start);
            int end = start + 1;
            while (end < last && column.grid().dayOf(end).equals(day)) {
                end++;
            }
            days.add(new Step.Day(
                    day,
                    figure(column, start, end, addsUp),
                    column.count(Quality.ACTUAL, start, end),
                    column.count(Quality.ESTIMATED, start, end),
                    column.count(Quality.MISSING, start, end)));
            start = end;
        }
        return days;
    }

    private static String figure(MeterColumn column, int start, int end, boolean addsUp) {
        Exact total = Exact.ZERO;
        for (int i = start; i < end; i++) {
            total = total.plus(column.exact(i));
        }
        Exact shown = addsUp ? total : total.dividedBy(Exact.of(end - start));
        return shown.isDecimal()
                ? shown.toString()
                : shown.toDecimal(column.scale() + 3, RoundingMode.HALF_UP).toPlainString();
    }

    /** Readings that follow one another and are estimated, as one. */
    private static List<String> spans(MeterColumn column, int first, int last) {
        List<String> spans = new ArrayList<>();
        int i = first;
        while (column.hasEstimates() && i < last) {
            if (column.quality(i) != Quality.ESTIMATED) {
                i++;
                continue;
            }
            int end = i;
            while (end < last && column.quality(end) == Quality.ESTIMATED) {
                end++;
            }
            spans.add(moment(column.grid(), i) + " up to " + moment(column.grid(), end) + " (" + (end - i) + ")");
            i = end;
        }
        return spans;
    }

    private static String moment(Grid grid, int index) {
        ZonedDateTime local = grid.startOf(index).atZone(grid.zone());
        return grid.isClockwork()
                ? local.toLocalDate() + " " + local.toLocalTime()
                : local.toLocalDate().toString();
    }

    private static List<String> stands(Reasons.Used used) {
        return used.column().stands().around(used.window().from(), used.window().to()).stream()
                .map(stand -> (stand.quality() == Quality.ESTIMATED ? "estimated to have stood at " : "stood at ")
                        + stand.value().toPlainString() + " " + used.column().unit() + " on " + stand.on())
                .toList();
    }
}
