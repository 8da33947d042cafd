package io.smartblocks.runtime.run;

import io.smartblocks.dsl.agreement.Declaration;
import io.smartblocks.dsl.agreement.TimeSpan;
import io.smartblocks.ledger.readmodel.DayReadings;
import io.smartblocks.runtime.metering.Grid;
import io.smartblocks.runtime.metering.MeterColumn;
import io.smartblocks.runtime.metering.Quality;
import io.smartblocks.runtime.metering.RegisterAdvance;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** Lays the day pages of a meter out as one column of an agreement's zone and interval. */
final class PagesToColumn {

    private final Declaration.Meter meter;
    private final ZoneId zone;
    private final String interval;

    PagesToColumn(Declaration.Meter meter, ZoneId zone) {
        this.meter = meter;
        this.zone = zone;
        this.interval = isoText(meter.every());
    }

    /** The last day whose page is needed for the readings before {@code to}: a register's last stand is taken then. */
    static LocalDate pagesTo(Declaration.Meter meter, LocalDate to) {
        return meter.register() ? to.plusDays(1) : to;
    }

    /**
     * The readings of the days from {@code from} up to, not including, {@code to}; what no page has is missing. Of a
     * register they are what it advanced.
     */
    MeterColumn column(LocalDate from, LocalDate to, List<DayReadings> pages) {
        return meter.register()
                ? RegisterAdvance.of(meter, readings(from, pagesTo(meter, to), pages), to)
                : readings(from, to, pages);
    }

    private MeterColumn readings(LocalDate from, LocalDate to, List<DayReadings> pages) {
        int scale = pages.stream().mapToInt(DayReadings::scale).max().orElse(0);
        Grid grid = new Grid(from, to, zone, meter.every());
        MeterColumn.Builder column = MeterColumn.of(grid, meter.unit().symbol(), scale);
        for (DayReadings page : pages) {
            put(column, page, scale);
        }
        return column.build();
    }

    private void put(MeterColumn.Builder column, DayReadings page, int scale) {
        requireFit(page);
        long factor = powerOfTen(scale - page.scale());
        int first = column.grid().firstOn(page.day()).orElseThrow(() -> startsElsewhere(page, column.grid()));
        long[] values = page.values();
        String letters = page.quality();
        int count = Math.min(values.length, column.grid().size() - first);
        for (int i = 0; i < count; i++) {
            if (values[i] != DayReadings.MISSING) {
                column.put(
                        first + i,
                        factor == 1 ? values[i] : Math.multiplyExact(values[i], factor),
                        quality(letters.charAt(i)));
            }
        }
    }

    private EvidenceMismatch startsElsewhere(DayReadings page, Grid grid) {
        return new EvidenceMismatch("readings of " + meter.name() + " (" + page.meter() + ") start on " + page.day()
                + ", but counted every " + meter.every().words() + " from " + grid.from() + " one would start on "
                + grid.dayOf(grid.indexOf(page.day())) + "; let the period start where the readings do");
    }

    private void requireFit(DayReadings page) {
        requireEqual("unit", meter.unit().symbol(), page.unit(), page);
        requireEqual("interval", interval, page.interval(), page);
        requireEqual("time zone", zone.getId(), page.zone(), page);
    }

    private void requireEqual(String what, String agreed, String recorded, DayReadings page) {
        if (!agreed.equals(recorded)) {
            throw new EvidenceMismatch(
                    meter.name() + " has the " + what + " " + agreed + " in the agreement, but meter "
                            + page.meter() + " has " + recorded + " on the ledger (page of " + page.day()
                            + "); register a meter that fits, or amend the agreement");
        }
    }

    private static String isoText(TimeSpan every) {
        return switch (every.unit()) {
            case MINUTE -> every.count() % 60 == 0 ? "PT" + every.count() / 60 + "H" : "PT" + every.count() + "M";
            case HOUR -> "PT" + every.count() + "H";
            case DAY, WORKING_DAY -> "P" + every.count() + "D";
            case WEEK -> "P" + every.count() + "W";
            case MONTH -> "P" + every.count() + "M";
            case YEAR -> "P" + every.count() + "Y";
        };
    }

    /** A corrected reading is as good as an actual one. */
    private static Quality quality(char code) {
        return code == Quality.ESTIMATED.code() ? Quality.ESTIMATED : Quality.ACTUAL;
    }

    private static long powerOfTen(int exponent) {
        long power = 1;
        for (int i = 0; i < exponent; i++) {
            power = Math.multiplyExact(power, 10L);
        }
        return power;
    }
}
