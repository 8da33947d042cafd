package io.smartblocks.runtime.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.agreement.Declaration;
import io.smartblocks.dsl.units.Exact;
import io.smartblocks.runtime.SharedFiles;
import io.smartblocks.runtime.evidence.Evidence;
import io.smartblocks.runtime.evidence.IndexValue;
import io.smartblocks.runtime.evidence.ReportedEvent;
import io.smartblocks.runtime.metering.Grid;
import io.smartblocks.runtime.metering.MeterColumn;
import io.smartblocks.runtime.metering.Quality;
import io.smartblocks.runtime.metering.RegisterAdvance;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Registers, degrees, powers, events and seasons come out alike from the rules, the printed rules and plain code. */
class MeteredDecisionProperties {

    private static final LocalDate START = LocalDate.of(2026, 1, 1);
    private static final LocalDate END = LocalDate.of(2028, 1, 1);

    @Test
    void each_month_is_decided_alike() throws IOException {
        assertThat(decideAlike(0, 24, 80)).contains("readings-missing", "events-unknown", "stands-doubtful");
    }

    @Test
    void each_year_is_decided_alike() throws IOException {
        decideAlike(1, 2, 16);
    }

    private static Set<String> decideAlike(int which, int numbers, int seeds) throws IOException {
        Agreement agreement = agreement();
        Declaration.Period period = agreement.periods().get(which);
        Alike alike = new Alike(agreement, period.name());
        Set<String> refusals = new HashSet<>();
        int settled = 0;
        for (long seed = 1; seed <= seeds; seed++) {
            Random random = new Random(seed);
            Evidence evidence = evidence(random, agreement);
            Ground ground = GroundFixture.ground(agreement, period, 1 + random.nextInt(numbers), evidence);
            Decision decision = alike.decide(ground, seed);
            decision.problems().forEach(problem -> refusals.add(problem.code()));
            settled += decision.problems().isEmpty() ? 1 : 0;
        }
        assertThat(settled).isGreaterThan(seeds / 4);
        return refusals;
    }

    private static Evidence evidence(Random random, Agreement agreement) {
        Evidence.Builder evidence = Evidence.asOf(random.nextInt(100));
        for (Declaration.Meter meter : agreement.meters()) {
            LocalDate end = meter.register() ? END.plusDays(1) : END;
            Grid grid = new Grid(START, end, agreement.settings().zone(), meter.every());
            evidence.column(
                    meter.name(),
                    meter.register()
                            ? RegisterAdvance.of(meter, stands(random, meter, grid), END)
                            : readings(random, meter, grid));
        }
        if (random.nextInt(12) > 0) {
            evidence.events("Outage", events(random, random.nextInt(80), true));
        }
        return evidence.events("Call", events(random, random.nextInt(50), false))
                .index("Market Price", prices(random))
                .build();
    }

    private static MeterColumn readings(Random random, Declaration.Meter meter, Grid grid) {
        boolean gaps = meter.name().equals("Load") || meter.name().equals("Feed") || random.nextInt(12) == 0;
        int most = 1 + random.nextInt(60);
        MeterColumn.Builder column = MeterColumn.of(grid, meter.unit().symbol(), 1);
        for (int i = 0; i < grid.size(); i++) {
            boolean gap = gaps && random.nextInt(3_000) == 0;
            int length = gap ? 1 + random.nextInt(20) : 0;
            column.put(i, (meter.name().equals("Sensor") ? 160 : 0) + random.nextInt(most), Quality.ACTUAL);
            for (int end = Math.min(grid.size(), i + length); i < end; i++) {
                column.put(i, 0, Quality.MISSING);
            }
        }
        return column.build();
    }

    /** Stands of which some are lost and, seldom, one is misread. */
    private static MeterColumn stands(Random random, Declaration.Meter meter, Grid grid) {
        boolean rolls = meter.rollsOverAt().isPresent();
        boolean misread = random.nextInt(8) == 0;
        MeterColumn.Builder column = MeterColumn.of(grid, meter.unit().symbol(), 1);
        long stand = random.nextInt(900);
        for (int i = 0; i < grid.size(); i++) {
            stand += rolls ? random.nextInt(30) : 500 + random.nextInt(2_000);
            long shown = rolls ? stand % 1_000 : stand;
            boolean lost = i > 0 && random.nextInt(12) == 0;
            boolean wrong = misread && random.nextInt(60) == 0;
            column.put(i, wrong ? 0 : shown, lost ? Quality.MISSING : Quality.ACTUAL);
        }
        return column.build();
    }

    private static List<ReportedEvent> events(Random random, int count, boolean figures) {
        List<ReportedEvent> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            TreeMap<String, Exact> figured = new TreeMap<>();
            if (figures) {
                figured.putAll(Map.of(
                        "Outage Length", Exact.of(random.nextInt(90), 1), "Outage Load", Exact.of(random.nextInt(20))));
            }
            events.add(new ReportedEvent(
                    START.atStartOfDay(ZoneOffset.UTC)
                            .plusMinutes(random.nextInt(2 * 365 * 24 * 60))
                            .toInstant(),
                    figured));
        }
        return events;
    }

    private static List<IndexValue> prices(Random random) {
        List<IndexValue> values = new ArrayList<>();
        for (LocalDate day = START; day.isBefore(END); day = day.plusDays(1)) {
            values.add(IndexValue.ofDays(
                    day, day.plusDays(1), ZoneId.of("Europe/Dublin"), Exact.of(random.nextInt(400), 3)));
        }
        return values;
    }

    private static Agreement agreement() throws IOException {
        try (InputStream text =
                MeteredDecisionProperties.class.getResourceAsStream("/io/smartblocks/runtime/metered.esco")) {
            return SharedFiles.compiled("metered", new String(text.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
