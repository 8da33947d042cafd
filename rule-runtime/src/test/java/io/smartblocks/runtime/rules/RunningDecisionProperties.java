package io.smartblocks.runtime.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.agreement.Declaration;
import io.smartblocks.dsl.units.Exact;
import io.smartblocks.runtime.SharedFiles;
import io.smartblocks.runtime.evidence.Evidence;
import io.smartblocks.runtime.evidence.IndexValue;
import io.smartblocks.runtime.metering.Grid;
import io.smartblocks.runtime.metering.MeterColumn;
import io.smartblocks.runtime.metering.Quality;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Figures that run on over a longer period come out alike from the rules, from the printed rules and from plain code. */
class RunningDecisionProperties {

    private static final LocalDate START = LocalDate.of(2026, 1, 1);
    private static final LocalDate END = LocalDate.of(2028, 1, 1);

    @Test
    void each_month_is_decided_alike() throws IOException {
        Set<String> refusals = decideAlike("Month", 0, 24, 60);
        assertThat(refusals).contains("index-steps", "readings-missing");
    }

    @Test
    void each_year_is_decided_alike() throws IOException {
        decideAlike("Year", 1, 2, 12);
    }

    private static Set<String> decideAlike(String period, int which, int numbers, int seeds) throws IOException {
        Agreement agreement = agreement();
        Alike alike = new Alike(agreement, period);
        Set<String> refusals = new HashSet<>();
        int settled = 0;
        for (long seed = 1; seed <= seeds; seed++) {
            Random random = new Random(seed);
            Declaration.Period declared = agreement.periods().get(which);
            Ground whole =
                    GroundFixture.ground(agreement, declared, 1 + random.nextInt(numbers), evidence(random, agreement));
            Ground ground = whole.in(period, whole.number());
            Decision decision = alike.decide(ground, seed);
            decision.problems().forEach(problem -> refusals.add(problem.code()));
            settled += decision.problems().isEmpty() ? 1 : 0;
        }
        assertThat(settled).isGreaterThan(seeds / 4);
        return refusals;
    }

    private static Evidence evidence(Random random, Agreement agreement) {
        Declaration.Meter meter = agreement.meters().get(0);
        Grid grid = new Grid(START, END, agreement.settings().zone(), meter.every());
        MeterColumn.Builder column = MeterColumn.of(grid, "kWh", 0);
        int mean = 1 + random.nextInt(4);
        for (int i = 0; i < grid.size(); i++) {
            boolean gap = random.nextInt(1_200) == 0;
            column.put(i, gap ? 0 : random.nextInt(mean + 1), gap ? Quality.MISSING : Quality.ACTUAL);
        }
        return Evidence.asOf(random.nextInt(100))
                .column(meter.name(), column.build())
                .index("Gas", published(random, 1))
                .index("Labour", published(random, 3))
                .build();
    }

    private static List<IndexValue> published(Random random, int months) {
        LocalDate from = random.nextInt(12) == 0 ? START.plusDays(10) : START;
        List<IndexValue> values = new ArrayList<>();
        values.add(IndexValue.ofDays(START.minusYears(1), from, ZoneId.of("Europe/Dublin"), Exact.of(20)));
        for (LocalDate day = from; day.isBefore(END); day = day.plusMonths(months)) {
            values.add(IndexValue.ofDays(
                    day, day.plusMonths(months), ZoneId.of("Europe/Dublin"), Exact.of(20 + random.nextInt(100))));
        }
        return values;
    }

    private static Agreement agreement() throws IOException {
        Path text = Path.of("..", "contract-dsl", "src", "test", "resources", "agreements", "running.esco");
        return SharedFiles.compiled("running", Files.readString(text));
    }
}
