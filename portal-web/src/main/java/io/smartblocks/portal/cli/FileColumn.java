package io.smartblocks.portal.cli;

import io.smartblocks.dsl.agreement.TimeSpan;
import io.smartblocks.ledger.meter.ColumnChoice;
import io.smartblocks.ledger.meter.ReadFile;
import io.smartblocks.ledger.meter.ReadingsFile;
import io.smartblocks.ledger.meter.RegisteredMeter;
import io.smartblocks.ledger.transaction.Interval;
import io.smartblocks.ledger.transaction.MeterId;
import io.smartblocks.ledger.transaction.ReadingsPage;
import io.smartblocks.runtime.metering.Grid;
import io.smartblocks.runtime.metering.MeterColumn;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A file of readings as a column, held against a unit, an interval and a zone instead of a meter of a ledger. */
final class FileColumn {

    private static final MeterId ANY = new MeterId("file");
    private static final Pattern INTERVAL = Pattern.compile("P(?:(\\d+)([DM])|T(\\d+)([HM]))");

    private final List<ReadingsPage> pages;
    private final String unit;
    private final TimeSpan every;
    private final ZoneId zone;

    private FileColumn(List<ReadingsPage> pages, String unit, TimeSpan every, ZoneId zone) {
        this.pages = pages;
        this.unit = unit;
        this.every = every;
        this.zone = zone;
    }

    /** Reads a file, or refuses it with everything that is wrong with it. */
    static FileColumn of(Path file, String unit, String interval, ZoneId zone, Clock clock) {
        RegisteredMeter meter = new RegisteredMeter(ANY, unit, new Interval(interval), zone);
        ReadFile read = new ReadingsFile(id -> Optional.of(meter), clock).read(file, ColumnChoice.ofMeter(ANY));
        if (read instanceof ReadFile.Refused refused) {
            throw new InputRefused("The readings of '%s' cannot be used.\n%s".formatted(file, refused.text()));
        }
        return new FileColumn(((ReadFile.Pages) read).pages(), unit, every(interval), zone);
    }

    /** The readings of the days from one up to, not including, another; what the file lacks is missing. */
    MeterColumn over(LocalDate from, LocalDate to) {
        int scale = pages.stream().mapToInt(ReadingsPage::scale).max().orElse(0);
        Grid grid = new Grid(from, to, zone, every);
        MeterColumn.Builder column = MeterColumn.of(grid, unit, scale);
        pages.stream()
                .filter(page -> !page.day().isBefore(from) && page.day().isBefore(to))
                .forEach(page -> DryRunReadings.put(column, page, grid.indexOf(page.day()), scale));
        return column.build();
    }

    private static TimeSpan every(String interval) {
        Matcher matcher = INTERVAL.matcher(interval);
        if (!matcher.matches()) {
            throw new InputRefused(
                    "'%s' is no interval; expected one such as PT15M, PT1H, P1D or P1M.".formatted(interval));
        }
        boolean days = matcher.group(1) != null;
        int count = Integer.parseInt(matcher.group(days ? 1 : 3));
        String letter = matcher.group(days ? 2 : 4);
        if (days) {
            return new TimeSpan(count, letter.equals("D") ? TimeSpan.Unit.DAY : TimeSpan.Unit.MONTH);
        }
        return new TimeSpan(count, letter.equals("H") ? TimeSpan.Unit.HOUR : TimeSpan.Unit.MINUTE);
    }
}
