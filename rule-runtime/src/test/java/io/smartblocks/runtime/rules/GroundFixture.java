package io.smartblocks.runtime.rules;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.agreement.Declaration;
import io.smartblocks.dsl.agreement.Periods;
import io.smartblocks.dsl.units.Exact;
import io.smartblocks.runtime.SharedFiles;
import io.smartblocks.runtime.evidence.AdjustmentValue;
import io.smartblocks.runtime.evidence.Evidence;
import io.smartblocks.runtime.evidence.FactValue;
import io.smartblocks.runtime.evidence.IndexValue;
import io.smartblocks.runtime.metering.Grid;
import io.smartblocks.runtime.metering.LocalCalendar;
import io.smartblocks.runtime.metering.MeterColumn;
import io.smartblocks.runtime.metering.Quality;
import io.smartblocks.runtime.metering.WorkingDays;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** An agreement that uses every bend of the language, and random evidence for its months. */
final class GroundFixture {

    private GroundFixture() {}

    static String bendsText() throws IOException {
        try (InputStream text = GroundFixture.class.getResourceAsStream("/io/smartblocks/runtime/bends.esco")) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    static Agreement bends() throws IOException {
        return SharedFiles.compiled("bends", bendsText());
    }

    static Ground random(Agreement agreement, long seed) {
        Random random = new Random(seed);
        int number = 1 + random.nextInt(24);
        Declaration.Period period = agreement.periods().get(0);
        LocalDate from = new Periods(period).start(number);
        LocalDate to = new Periods(period).start(number + 1);
        Evidence.Builder evidence = Evidence.asOf(seed);
        int mean = 1 + random.nextInt(400);
        for (Declaration.Meter meter : agreement.meters()) {
            Grid grid = new Grid(from.minusDays(3), to, agreement.settings().zone(), meter.every());
            evidence.column(meter.name(), column(random, grid, mean));
        }
        List<IndexValue> prices = new ArrayList<>();
        int level = random.nextInt(300);
        for (LocalDate day = from; day.isBefore(to); day = day.plusDays(1)) {
            prices.add(IndexValue.ofDays(
                    day, day.plusDays(1), agreement.settings().zone(), Exact.of(level + random.nextInt(30), 3)));
        }
        evidence.index("Market Price", prices);
        if (random.nextInt(3) > 0) {
            evidence.fact("Outage", List.of(new FactValue(from, Exact.of(random.nextInt(300), 1))));
        }
        if (random.nextInt(5) > 0) {
            evidence.previous("Running Total", Exact.of(random.nextInt(100_000)));
        }
        stated(evidence, random, from);
        Grid usual = new Grid(
                from, to, agreement.settings().zone(), agreement.meters().get(0).every());
        evidence.column("Usual Energy", usual(random, usual, mean));
        return ground(agreement, period, number, evidence.build());
    }

    private static void stated(Evidence.Builder evidence, Random random, LocalDate from) {
        if (random.nextBoolean()) {
            evidence.fact("Insured Area", List.of(new FactValue(from.plusDays(random.nextInt(40)), Exact.of(130))));
        }
        for (String name : List.of("Lasting Change", "Single Change")) {
            List<AdjustmentValue> values = new ArrayList<>();
            for (int i = random.nextInt(4); i > 0; i--) {
                LocalDate start = from.minusDays(40).plusDays(random.nextInt(90));
                boolean open = name.startsWith("Lasting") && random.nextBoolean();
                Optional<LocalDate> end = open ? Optional.empty() : Optional.of(start.plusDays(1 + random.nextInt(50)));
                values.add(new AdjustmentValue(start, end, Exact.of(random.nextInt(400) - 150L, 1)));
            }
            evidence.adjustment(name, values);
        }
    }

    /** A baseline that is fitted, but for one in eight. */
    private static MeterColumn usual(Random random, Grid grid, int mean) {
        MeterColumn.Builder column = MeterColumn.of(grid, "kWh", 1);
        boolean fitted = random.nextInt(8) > 0;
        for (int i = 0; i < grid.size(); i++) {
            column.put(i, random.nextInt(3 * mean), fitted ? Quality.ACTUAL : Quality.MISSING);
        }
        return column.build();
    }

    static Ground ground(Agreement agreement, Declaration.Period period, int number, Evidence evidence) {
        return new Ground(
                agreement,
                period.name(),
                number,
                number == 1,
                new Periods(period).start(number),
                new Periods(period).start(number + 1),
                new LocalCalendar(
                        agreement.settings().zone(),
                        agreement.settings().workingDays(),
                        WorkingDays.named(agreement.settings().workingDays()).orElseThrow(),
                        agreement.seasons()),
                evidence,
                Optional.empty());
    }

    private static MeterColumn column(Random random, Grid grid, int mean) {
        MeterColumn.Builder column = MeterColumn.of(grid, "kWh", 1);
        boolean idle = random.nextInt(10) == 0;
        int gaps = random.nextInt(3);
        for (int i = 0; i < grid.size(); i++) {
            column.put(i, idle ? 0 : random.nextInt(2 * mean), Quality.ACTUAL);
        }
        for (int gap = 0; gap < gaps; gap++) {
            int start = 72 + random.nextInt(grid.size() - 100);
            for (int i = start; i < start + 1 + random.nextInt(8); i++) {
                column.put(i, 0, Quality.MISSING);
            }
        }
        return column.build();
    }
}
