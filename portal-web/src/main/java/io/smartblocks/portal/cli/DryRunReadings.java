package io.smartblocks.portal.cli;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.agreement.Declaration;
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
import io.smartblocks.runtime.metering.Quality;
import io.smartblocks.runtime.metering.RegisterAdvance;
import io.smartblocks.runtime.rules.Ground;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Readings from files, held against the meters that an agreement names instead of those of a ledger. */
final class DryRunReadings {

    /** A dry run may look at days that have not come yet. */
    private static final Clock END_OF_TIME = Clock.fixed(Instant.parse("9999-12-31T00:00:00Z"), ZoneOffset.UTC);

    private final Agreement agreement;
    private final Map<MeterId, Declaration.Meter> meters = new LinkedHashMap<>();
    private final List<ReadingsPage> pages = new ArrayList<>();

    DryRunReadings(Agreement agreement) {
        this.agreement = agreement;
        agreement.meters().forEach(meter -> meter.id().ifPresent(id -> meters.put(new MeterId(id), meter)));
        agreement.baselines().forEach(baseline -> meters.put(idOf(baseline), Ground.readAs(agreement, baseline)));
    }

    /** Adds a file, or refuses it with everything that is wrong with it. */
    void add(ReadingsOption option) {
        ColumnChoice choice =
                option.meter().map(name -> ColumnChoice.ofMeter(idOf(name))).orElseGet(ColumnChoice::fromHeader);
        ReadFile read = new ReadingsFile(this::find, END_OF_TIME).read(option.file(), choice);
        if (read instanceof ReadFile.Refused refused) {
            throw new InputRefused("The readings of '%s' cannot be used.\n%s".formatted(option.file(), refused.text()));
        }
        pages.addAll(((ReadFile.Pages) read).pages());
    }

    /** The readings by the agreement's names, from the first day in the files until the end of the period. */
    Map<String, MeterColumn> columns(LocalDate from, LocalDate to) {
        Map<String, MeterColumn> columns = new LinkedHashMap<>();
        pages.stream()
                .collect(groupingBy(ReadingsPage::meter, LinkedHashMap::new, toList()))
                .forEach(
                        (id, ofMeter) -> columns.put(meters.get(id).name(), column(meters.get(id), ofMeter, from, to)));
        return columns;
    }

    private MeterColumn column(Declaration.Meter meter, List<ReadingsPage> ofMeter, LocalDate from, LocalDate to) {
        LocalDate first = ofMeter.stream()
                .map(ReadingsPage::day)
                .min(Comparator.naturalOrder())
                .filter(day -> day.isBefore(from))
                .orElse(from);
        return meter.register()
                ? RegisterAdvance.of(meter, laidOut(meter, ofMeter, first, to.plusDays(1)), to)
                : laidOut(meter, ofMeter, first, to);
    }

    private MeterColumn laidOut(Declaration.Meter meter, List<ReadingsPage> ofMeter, LocalDate first, LocalDate to) {
        Grid grid = new Grid(first, to, zone(), meter.every());
        int scale = ofMeter.stream().mapToInt(ReadingsPage::scale).max().orElse(0);
        MeterColumn.Builder column = MeterColumn.of(grid, meter.unit().symbol(), scale);
        ofMeter.stream()
                .filter(page -> page.day().isBefore(to))
                .forEach(page -> put(column, page, grid.indexOf(page.day()), scale));
        return column.build();
    }

    static void put(MeterColumn.Builder column, ReadingsPage page, int start, int scale) {
        for (int i = 0; i < page.values().size(); i++) {
            Optional<BigDecimal> value = page.valueAt(i);
            Quality quality = page.quality().charAt(i) == 'E' ? Quality.ESTIMATED : Quality.ACTUAL;
            int index = start + i;
            value.filter(known -> index < column.grid().size())
                    .ifPresent(v ->
                            column.put(index, v.setScale(scale).unscaledValue().longValueExact(), quality));
        }
    }

    /** Baselines have no id of their own; this one is used in no file. */
    private MeterId idOf(Declaration.Baseline baseline) {
        return new MeterId("baseline/" + agreement.baselines().indexOf(baseline));
    }

    private MeterId idOf(String name) {
        Optional<Declaration.Baseline> baseline = agreement.baselines().stream()
                .filter(each -> each.name().equals(name))
                .findFirst();
        return baseline.map(this::idOf).orElseGet(() -> idOfMeter(name));
    }

    private MeterId idOfMeter(String name) {
        return agreement.meters().stream()
                .filter(meter -> meter.name().equals(name) || meter.id().equals(Optional.of(name)))
                .findFirst()
                .flatMap(Declaration.Meter::id)
                .map(MeterId::new)
                .orElseThrow(() -> new InputRefused("The agreement has no meter '%s'; it has %s."
                        .formatted(
                                name,
                                agreement.meters().stream()
                                        .map(Declaration.Meter::name)
                                        .collect(joining(", ")))));
    }

    private Optional<RegisteredMeter> find(MeterId id) {
        return Optional.ofNullable(meters.get(id))
                .map(meter -> new RegisteredMeter(id, meter.unit().symbol(), interval(meter.every()), zone()));
    }

    private ZoneId zone() {
        return agreement.settings().zone();
    }

    private static Interval interval(TimeSpan every) {
        return new Interval(
                switch (every.unit()) {
                    case MINUTE -> Duration.ofMinutes(every.count()).toString();
                    case HOUR -> Duration.ofHours(every.count()).toString();
                    case DAY -> "P" + every.count() + "D";
                    case MONTH -> "P" + every.count() + "M";
                    default ->
                        throw new InputRefused("Meters that read every %d %s cannot be read from files."
                                .formatted(every.count(), every.unit()));
                });
    }
}
