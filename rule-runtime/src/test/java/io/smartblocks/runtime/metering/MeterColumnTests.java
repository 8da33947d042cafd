package io.smartblocks.runtime.metering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smartblocks.dsl.agreement.TimeSpan;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class MeterColumnTests {

    private static final LocalDate DAY = LocalDate.of(2026, 10, 24);

    @Test
    void a_column_stays_as_it_was_built() {
        MeterColumn.Builder builder = column().put(0, 1, Quality.ACTUAL);
        MeterColumn before = builder.build();
        MeterColumn after =
                builder.put(1, 5, Quality.ESTIMATED).put(0, 9, Quality.ACTUAL).build();

        assertThat(before.values(0, 2)).containsExactly(1, 0);
        assertThat(before.isMissing(1)).isTrue();
        assertThat(after.values(0, 2)).containsExactly(9, 5);
        assertThat(after.hasEstimates()).isTrue();
    }

    @Test
    void a_reading_whose_sum_could_overflow_is_named_and_not_put() {
        MeterColumn.Builder builder = column();

        assertThatThrownBy(() -> builder.put(3, Long.MAX_VALUE / 24, Quality.ACTUAL))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("reading 3 of " + Long.MAX_VALUE / 24 + "e-2 kWh is out of range");
        assertThat(builder.build().isMissing(3)).isTrue();
    }

    private static MeterColumn.Builder column() {
        Grid grid = new Grid(DAY, DAY.plusDays(1), ZoneId.of("Europe/Dublin"), new TimeSpan(1, TimeSpan.Unit.HOUR));
        return MeterColumn.of(grid, "kWh", 2);
    }
}
