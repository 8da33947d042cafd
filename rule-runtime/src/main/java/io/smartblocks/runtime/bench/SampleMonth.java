package io.smartblocks.runtime.bench;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.agreement.Declaration;
import io.smartblocks.dsl.agreement.TimeSpan;
import io.smartblocks.dsl.units.Exact;
import io.smartblocks.runtime.evidence.Evidence;
import io.smartblocks.runtime.evidence.IndexValue;
import io.smartblocks.runtime.evidence.PageDigests;
import io.smartblocks.runtime.evidence.ReportedEvent;
import io.smartblocks.runtime.metering.Grid;
import io.smartblocks.runtime.metering.MeterColumn;
import io.smartblocks.runtime.metering.Quality;
import io.smartblocks.runtime.settlement.Case;
import io.smartblocks.runtime.settlement.PeriodCalendar;
import io.smartblocks.runtime.settlement.SettlementPeriod;
import io.smartblocks.runtime.settlement.Trigger;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Evidence for one period of any agreement: random readings of every meter, values of every index, some events. */
final class SampleMonth {

    private static final int EVENTS = 20;
    private static final int MONTHS_BEFORE = 14;
    private static final int DIGITS = 3;

    private final Random random;

    SampleMonth(long seed) {
        this.random = new Random(seed);
    }

    /** The shortest period of an agreement that is not shorter than a month, or the longest; the second of its name. */
    private static SettlementPeriod period(Agreement agreement) {
        Declaration.Period rule = agreement.periods().stream()
                .filter(each -> each.every().unit() == TimeSpan.Unit.MONTH)
                .min(Comparator.comparingLong(each -> each.every().roughMinutes()))
                .orElseGet(() -> agreement.periods().stream()
                        .max(Comparator.comparingLong(each -> each.every().roughMinutes()))
                        .orElseThrow());
        PeriodCalendar calendar = new PeriodCalendar(agreement);
        List<SettlementPeriod> periods = calendar.periods(rule.name());
        return periods.get(Math.min(1, periods.size() - 1));
    }

    Case of(Variants.Variant variant) {
        Agreement agreement = variant.agreement();
        SettlementPeriod period = period(agreement);
        Evidence.Builder evidence = Evidence.asOf(1);
        for (Declaration.Meter meter : agreement.meters()) {
            MeterColumn column = column(meter.every(), meter.unit().symbol(), period);
            evidence.column(meter.name(), column, pages(column));
        }
        ZoneId zone = agreement.settings().zone();
        for (Declaration.Index index : agreement.indexes()) {
            LocalDate from = period.from().minusYears(2);
            evidence.index(
                    index.name(),
                    List.of(IndexValue.ofDays(
                            from, period.to().plusYears(1), zone, Exact.of(100 + random.nextInt(9)))));
        }
        for (Declaration.Event event : agreement.events()) {
            evidence.events(event.name(), events(event, period, zone));
        }
        agreement.terms().forEach(term -> evidence.previous(term.name(), Exact.of(random.nextInt(50))));
        return new Case(agreement, period, evidence.build(), new Trigger.PeriodEnd(), Optional.of(variant.hash()));
    }

    /** A meter that is read once a month may be looked back at, the others are read in the period. */
    private MeterColumn column(TimeSpan every, String unit, SettlementPeriod period) {
        LocalDate from = every.unit() == TimeSpan.Unit.MONTH ? period.from().minusMonths(MONTHS_BEFORE) : period.from();
        Grid grid = new Grid(from, period.to(), period.zone(), every);
        MeterColumn.Builder column = MeterColumn.of(grid, unit, DIGITS);
        for (int i = 0; i < grid.size(); i++) {
            column.put(i, 2_000 + random.nextInt(24_000), Quality.ACTUAL);
        }
        return column.build();
    }

    /** A digest for each day on which a reading begins, as the ledger has one for each page. */
    private PageDigests pages(MeterColumn column) {
        Grid grid = column.grid();
        return PageDigests.of(IntStream.range(0, grid.size())
                .mapToObj(grid::dayOf)
                .distinct()
                .map(day -> ByteBuffer.allocate(32)
                        .putLong(random.nextLong())
                        .putLong(random.nextLong())
                        .putLong(random.nextLong())
                        .putLong(random.nextLong())
                        .array())
                .toList());
    }

    private List<ReportedEvent> events(Declaration.Event event, SettlementPeriod period, ZoneId zone) {
        List<ReportedEvent> events = new ArrayList<>();
        for (int i = 0; i < EVENTS; i++) {
            LocalDate day = period.from().plusDays(i);
            TreeMap<String, Exact> figures = new TreeMap<>();
            event.figures()
                    .forEach(
                            figure -> figures.put(figure.name(), Exact.of(BigDecimal.valueOf(random.nextInt(900), 2))));
            if (day.isBefore(period.to())) {
                events.add(new ReportedEvent(
                        day.atTime(random.nextInt(24), 0).atZone(zone).toInstant(), figures));
            }
        }
        return events;
    }
}
