package io.smartblocks.runtime.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.dsl.agreement.Declaration;
import io.smartblocks.dsl.agreement.TimeSpan;
import io.smartblocks.dsl.diagnostic.SourceRange;
import io.smartblocks.dsl.units.Unit;
import io.smartblocks.ledger.readmodel.DayReadings;
import io.smartblocks.ledger.transaction.MeterId;
import io.smartblocks.runtime.metering.MeterColumn;
import io.smartblocks.runtime.metering.Quality;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagesToColumnTests {

    private static final ZoneId DUBLIN = ZoneId.of("Europe/Dublin");
    /** Around the day of 25 hours. */
    private static final LocalDate SATURDAY = LocalDate.of(2026, 10, 24);

    private static final int[] HOURS = {24, 25, 24};
    private static final String LETTERS = "AEC";

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void each_reading_stands_in_its_hour_with_its_quality_whatever_stands_beside_it(long seed) {
        Random random = new Random(seed);
        List<DayReadings> pages = List.of(page(random, 0, 3), page(random, 1, 1), page(random, 2, random.nextInt(3)));

        MeterColumn column = new PagesToColumn(meter(), DUBLIN).column(SATURDAY, SATURDAY.plusDays(3), pages);

        assertThat(column.scale()).isEqualTo(3);
        int at = 0;
        for (DayReadings page : pages) {
            for (int i = 0; i < page.values().length; i++, at++) {
                if (page.values()[i] == DayReadings.MISSING) {
                    assertThat(column.isMissing(at)).isTrue();
                } else {
                    assertThat(BigDecimal.valueOf(column.value(at), 3))
                            .isEqualByComparingTo(BigDecimal.valueOf(page.values()[i], page.scale()));
                    assertThat(column.quality(at))
                            .isEqualTo(page.quality().charAt(i) == 'E' ? Quality.ESTIMATED : Quality.ACTUAL);
                }
            }
        }
        assertThat(at).isEqualTo(column.size());
    }

    private static DayReadings page(Random random, int day, int scale) {
        long[] values = new long[HOURS[day]];
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextInt(5) == 0 ? DayReadings.MISSING : random.nextInt(2_000) - 500;
            letters.append(LETTERS.charAt(random.nextInt(4) == 0 ? random.nextInt(LETTERS.length()) : 0));
        }
        return new DayReadings(
                new MeterId("meter/IE-1"),
                SATURDAY.plusDays(day),
                DUBLIN.getId(),
                "PT1H",
                "kWh",
                scale,
                values,
                letters.toString(),
                new byte[32]);
    }

    private static Declaration.Meter meter() {
        return new Declaration.Meter(
                "Import Meter",
                Unit.of("kWh"),
                new TimeSpan(1, TimeSpan.Unit.HOUR),
                Optional.of("meter/IE-1"),
                false,
                Optional.empty(),
                SourceRange.UNKNOWN);
    }
}
