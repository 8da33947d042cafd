package io.smartblocks.runtime.metering;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.dsl.agreement.TimeSpan;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunsTests {

    private static final LocalDate DAY = LocalDate.of(2026, 10, 24);
    private static final int OFFSET = 24;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void spans_give_what_a_look_at_each_reading_gives(long seed) {
        Random random = new Random(seed);
        byte[] arms = new byte[random.nextInt(60) + 1];
        for (int i = 0; i < arms.length; i++) {
            arms[i] = (byte) random.nextInt(3);
        }
        MeterColumn column = column(random);

        for (int arm = 0; arm < 3; arm++) {
            int taken = arm;
            long[] readings = IntStream.range(0, arms.length)
                    .filter(i -> arms[i] == taken)
                    .mapToLong(i -> column.value(OFFSET + i))
                    .toArray();
            Runs runs = Runs.of(arms, arm);

            assertThat(runs.count()).isEqualTo(readings.length);
            assertThat(runs.sum(column, OFFSET))
                    .isEqualTo(Arrays.stream(readings).sum());
            assertThat(runs.highest(column, OFFSET))
                    .isEqualTo(Arrays.stream(readings).max().orElse(Long.MIN_VALUE));
            assertThat(runs.lowest(column, OFFSET))
                    .isEqualTo(Arrays.stream(readings).min().orElse(Long.MAX_VALUE));
        }
    }

    private static MeterColumn column(Random random) {
        Grid grid = new Grid(DAY, DAY.plusDays(4), ZoneId.of("Europe/Dublin"), new TimeSpan(1, TimeSpan.Unit.HOUR));
        MeterColumn.Builder column = MeterColumn.of(grid, "kWh", 2);
        for (int i = 0; i < grid.size(); i++) {
            column.put(i, random.nextInt(2_000) - 1_000, Quality.ACTUAL);
        }
        return column.build();
    }
}
