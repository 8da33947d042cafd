package io.smartblocks.runtime.bench;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.agreement.CalendarTest;
import io.smartblocks.dsl.agreement.TimeSpan;
import io.smartblocks.runtime.evidence.Evidence;
import io.smartblocks.runtime.metering.ClockMask;
import io.smartblocks.runtime.metering.Grid;
import io.smartblocks.runtime.metering.MeterColumn;
import io.smartblocks.runtime.metering.Quality;
import io.smartblocks.runtime.settlement.Case;
import io.smartblocks.runtime.settlement.Outcome;
import io.smartblocks.runtime.settlement.SettlementEngine;
import io.smartblocks.runtime.settlement.SettlementPeriod;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;

/** Settles one month of 2,976 quarter hours for many agreements of one shape, on one thread, and times it. */
public final class SettlementBench {

    private static final LocalDate FROM = LocalDate.of(2026, 7, 1);
    private static final LocalDate TO = LocalDate.of(2026, 8, 1);
    private static final TimeSpan QUARTER_HOUR = new TimeSpan(15, TimeSpan.Unit.MINUTE);
    private static final TimeSpan MONTH = new TimeSpan(1, TimeSpan.Unit.MONTH);
    private static final int DIFFERENT = 200;
    private static final int WARM_UPS = 8;
    private static final long NANOS_IN_A_SECOND = 1_000_000_000L;

    private final int agreements;
    private final SettlementEngine engine = new SettlementEngine();
    private final List<MeterColumn> columns = new ArrayList<>();
    private ClockMask mask;
    private long checksum;

    private SettlementBench(int agreements) {
        this.agreements = agreements;
    }

    /** Settlements a second, and CPU time in nanoseconds of one. */
    public record Rate(long perSecond, long cpuNanos) {}

    /** What was measured: from readings, from sums, with the full statement written, and plain Java from readings. */
    public record Report(int agreements, Rate fromReadings, Rate fromSums, Rate withStatements, Rate plain) {

        /** How many times the CPU time of plain Java the engine takes from readings. */
        public BigDecimal ratio() {
            return BigDecimal.valueOf(fromReadings.cpuNanos())
                    .divide(BigDecimal.valueOf(Math.max(1, plain.cpuNanos())), 1, java.math.RoundingMode.HALF_UP);
        }

        /** The figures, a line of text each. */
        public List<String> lines() {
            return List.of(
                    line("rules and trace, from 2,976 readings", fromReadings),
                    line("rules and trace, from sums", fromSums),
                    line("rules, trace and statement's bytes", withStatements),
                    line("plain Java, from 2,976 readings", plain),
                    "ratio of rules from readings to plain Java: " + ratio());
        }

        private static String line(String what, Rate rate) {
            return String.format("%-38s %,9d settlements/s %,9d ns CPU each", what, rate.perSecond, rate.cpuNanos);
        }
    }

    /** Measures with a number of agreements. */
    public static Report run(int agreements) {
        return new SettlementBench(agreements).run();
    }

    private Report run() {
        prepare();
        List<Case> fromReadings = cases("from-readings.esco", this::readings);
        List<Case> fromSums = cases("from-sums.esco", this::sums);
        if (settled(fromReadings) != plain() || settled(fromSums) != plain()) {
            throw new IllegalStateException("the rules and plain Java do not come to the same cents");
        }
        return new Report(
                agreements,
                measured(() -> settled(fromReadings)),
                measured(() -> settled(fromSums)),
                measured(() -> stated(fromReadings)),
                measured(this::plain));
    }

    private void prepare() {
        Agreement agreement = Sample.agreements("from-readings.esco", 1).get(0);
        Grid grid = new Grid(FROM, TO, agreement.settings().zone(), QUARTER_HOUR);
        Random random = new Random(1);
        for (int i = 0; i < Math.min(agreements, DIFFERENT); i++) {
            MeterColumn.Builder column = MeterColumn.of(grid, "kWh", 3);
            for (int k = 0; k < grid.size(); k++) {
                column.put(k, 2_000 + random.nextInt(24_000), Quality.ACTUAL);
            }
            columns.add(column.build());
        }
        mask = ClockMask.of(grid, engine.periods(agreement).calendar(), List.of(hours(23, 8), hours(17, 19)));
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
        return Evidence.asOf(1).column("Import Meter", columns.get(number)).build();
    }

    private Evidence sums(Agreement agreement, int number) {
        MeterColumn column = columns.get(number);
        long[] sums = mask.sums(column, 0, 2);
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

    private long settled(List<Case> cases) {
        long cents = 0;
        for (Outcome outcome : engine.settleAll(cases)) {
            cents += cents(outcome);
        }
        return cents;
    }

    private long stated(List<Case> cases) {
        long cents = 0;
        for (Outcome outcome : engine.settleAll(cases)) {
            cents += cents(outcome) + ((Outcome.Settled) outcome).settlement().canonicalJson().length;
        }
        return cents;
    }

    private static long cents(Outcome outcome) {
        if (outcome instanceof Outcome.Settled settled) {
            return settled.settlement()
                    .documents()
                    .get(0)
                    .gross()
                    .unscaledValue()
                    .longValueExact();
        }
        throw new IllegalStateException("the bench's agreement must settle, but " + outcome);
    }

    private long plain() {
        long cents = 0;
        for (int i = 0; i < agreements; i++) {
            int number = i % columns.size();
            cents += PlainBill.gross(columns.get(number), mask, Sample.Prices.of(number), 31)
                    .unscaledValue()
                    .longValueExact();
        }
        return cents;
    }

    private Rate measured(Supplier<Long> work) {
        for (int i = 0; i < WARM_UPS; i++) {
            checksum ^= work.get();
        }
        long cpuStart = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        long start = System.nanoTime();
        checksum ^= work.get();
        long nanos = Math.max(1, System.nanoTime() - start);
        long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpuStart;
        return new Rate(Math.multiplyExact(agreements, NANOS_IN_A_SECOND) / nanos, cpu / agreements);
    }
}
