package io.smartblocks.runtime.bench;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.agreement.CalendarTest;
import io.smartblocks.dsl.agreement.CompiledForm;
import io.smartblocks.dsl.agreement.TimeSpan;
import io.smartblocks.runtime.evidence.Evidence;
import io.smartblocks.runtime.evidence.PageDigests;
import io.smartblocks.runtime.metering.ClockMask;
import io.smartblocks.runtime.metering.Grid;
import io.smartblocks.runtime.metering.MeterColumn;
import io.smartblocks.runtime.metering.Quality;
import io.smartblocks.runtime.settlement.Case;
import io.smartblocks.runtime.settlement.SettlementEngine;
import io.smartblocks.runtime.settlement.SettlementPeriod;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** One month of random quarter hours for many agreements of one shape, as readings and as their sums. */
final class BenchMonth {

    private static final LocalDate FROM = LocalDate.of(2026, 7, 1);
    private static final LocalDate TO = LocalDate.of(2026, 8, 1);
    private static final int DAYS = 31;
    private static final TimeSpan QUARTER_HOUR = new TimeSpan(15, TimeSpan.Unit.MINUTE);
    private static final TimeSpan MONTH = new TimeSpan(1, TimeSpan.Unit.MONTH);
    private static final int DIFFERENT = 200;

    private final SettlementEngine engine;
    private final int agreements;
    private final List<MeterColumn> columns = new ArrayList<>();
    private final List<PageDigests> pages = new ArrayList<>();
    private final List<byte[]> plainPages = new ArrayList<>();
    private final List<String> hashes = new ArrayList<>();
    private final ClockMask mask;
    private final PlainStatement statement;

    BenchMonth(SettlementEngine engine, int agreements) {
        this.engine = engine;
        this.agreements = agreements;
        Agreement agreement = Sample.agreements("from-readings.esco", 1).get(0);
        Grid grid = new Grid(FROM, TO, agreement.settings().zone(), QUARTER_HOUR);
        Random random = new Random(1);
        for (int i = 0; i < Math.min(agreements, DIFFERENT); i++) {
            columns.add(column(grid, random));
            PageDigests digests = pages(random);
            pages.add(digests);
            plainPages.add(digests.toString().getBytes(StandardCharsets.US_ASCII));
        }
        this.mask = ClockMask.of(grid, engine.periods(agreement).calendar(), List.of(hours(23, 8), hours(17, 19)));
        this.statement = new PlainStatement(mask);
        Sample.agreements("from-readings.esco", columns.size())
                .forEach(each -> hashes.add(CompiledForm.of(each).sha256()));
    }

    /** A digest for each day, as the ledger has one for each page. */
    private static PageDigests pages(Random random) {
        List<byte[]> pages = new ArrayList<>();
        for (int day = 0; day < DAYS; day++) {
            byte[] digest = new byte[32];
            random.nextBytes(digest);
            pages.add(digest);
        }
        return PageDigests.of(pages);
    }

    List<Case> fromReadings() {
        return cases("from-readings.esco", this::readings);
    }

    List<Case> fromSums() {
        return cases("from-sums.esco", this::sums);
    }

    /** The gross of all bills in plain Java, in cents. */
    long plain() {
        long cents = 0;
        for (int i = 0; i < agreements; i++) {
            int number = i % columns.size();
            cents += PlainBill.of(columns.get(number), mask, Sample.Prices.of(number), DAYS)
                    .gross()
                    .unscaledValue()
                    .longValueExact();
        }
        return cents;
    }

    /** The bytes of the statement of one agreement, in plain Java. */
    byte[] plainStatement(int agreement) {
        int number = agreement % columns.size();
        return statement.of(
                columns.get(number), plainPages.get(number), Sample.Prices.of(number), DAYS, hashes.get(number));
    }

    private static MeterColumn column(Grid grid, Random random) {
        MeterColumn.Builder column = MeterColumn.of(grid, "kWh", 3);
        for (int k = 0; k < grid.size(); k++) {
            column.put(k, 2_000 + random.nextInt(24_000), Quality.ACTUAL);
        }
        return column.build();
    }

    private static CalendarTest hours(int from, int to) {
        return new CalendarTest(
                Optional.empty(),
                Optional.of(new CalendarTest.Hours(LocalTime.of(from, 0), LocalTime.of(to, 0))),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private interface Gathering {
        Evidence of(Agreement agreement, int number);
    }

    private List<Case> cases(String file, Gathering gathering) {
        List<Agreement> different = Sample.agreements(file, Math.min(agreements, DIFFERENT));
        List<Case> cases = new ArrayList<>();
        for (int i = 0; i < agreements; i++) {
            Agreement agreement = different.get(i % different.size());
            SettlementPeriod period =
                    engine.periods(agreement).starting("Billing Month", FROM).orElseThrow();
            cases.add(new Case(agreement, period, gathering.of(agreement, i % different.size())));
        }
        return cases;
    }

    private Evidence readings(Agreement agreement, int number) {
        return Evidence.asOf(1)
                .column("Import Meter", columns.get(number), pages.get(number))
                .build();
    }

    private Evidence sums(Agreement agreement, int number) {
        MeterColumn column = columns.get(number);
        long[] sums = {
            mask.runs(0).sum(column, 0),
            mask.runs(1).sum(column, 0),
            mask.runs(2).sum(column, 0)
        };
        long highest = 0;
        for (int i = 0; i < column.size(); i++) {
            highest = Math.max(highest, column.value(i));
        }
        return Evidence.asOf(1)
                .column("Night Register", single(agreement, "kWh", sums[0]))
                .column("Peak Register", single(agreement, "kWh", sums[1]))
                .column("Import Meter", single(agreement, "kWh", sums[0] + sums[1] + sums[2]))
                .column("Demand Register", single(agreement, "kW", highest * 4))
                .build();
    }

    private static MeterColumn single(Agreement agreement, String unit, long value) {
        Grid grid = new Grid(FROM, TO, agreement.settings().zone(), MONTH);
        return MeterColumn.of(grid, unit, 3).put(0, value, Quality.ACTUAL).build();
    }
}
