package io.smartblocks.dsl.units;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExactSumProperties {

    private static final List<RoundingMode> MODES =
            List.of(RoundingMode.HALF_UP, RoundingMode.HALF_EVEN, RoundingMode.DOWN, RoundingMode.UP);

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23})
    void comes_to_what_adding_one_by_one_comes_to(long seed) {
        Random random = new Random(seed);
        for (int numbers = 0; numbers < 60; numbers++) {
            ExactSum sum = new ExactSum();
            Exact oneByOne = Exact.ZERO;
            for (int i = 0; i < numbers; i++) {
                Exact number = fraction(random);
                sum.add(number);
                oneByOne = oneByOne.plus(number);
            }
            assertThat(sum.total()).isEqualTo(oneByOne).hasToString(oneByOne.toString());
        }
    }

    @Test
    void a_month_of_quarter_hours_with_a_divisor_of_their_own_each_is_no_work_for_minutes() {
        Random random = new Random(24);
        ExactSum sum = new ExactSum();

        Exact total = Assertions.assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
            for (int i = 0; i < 2_976; i++) {
                sum.add(Exact.of(random.nextInt(26_000)).dividedBy(Exact.of(2_001 + random.nextInt(24_000))));
            }
            return sum.total();
        });

        assertThat(total.toDecimal(0, RoundingMode.DOWN)).isBetween(new BigDecimal(2_000), new BigDecimal(9_000));
    }

    @ParameterizedTest
    @ValueSource(longs = {25, 26})
    void a_quotient_rounded_once_is_the_exact_quotient_rounded(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            Exact value = fraction(random);
            Exact divisor = fraction(random).plus(Exact.of(2_000));
            for (RoundingMode mode : MODES) {
                assertThat(value.quotient(divisor, 6, mode))
                        .isEqualTo(value.dividedBy(divisor).toDecimal(6, mode));
            }
        }
    }

    @Test
    void a_quotient_by_a_power_of_ten_is_rounded_like_any_other() {
        for (String power : new String[] {"1", "0.01", "1000", "1E+3", "0.000001"}) {
            for (String value : new String[] {"0", "12.3456785", "-0.0000005", "7", "1/3", "120000"}) {
                for (RoundingMode mode : MODES) {
                    assertThat(Exact.parse(value).quotient(Exact.parse(power), 6, mode))
                            .isEqualTo(Exact.parse(value)
                                    .dividedBy(Exact.parse(power))
                                    .toDecimal(6, mode));
                }
            }
        }
    }

    private static Exact fraction(Random random) {
        return Exact.of(random.nextInt(1_801) - 900).dividedBy(Exact.of(1 + random.nextInt(90)));
    }
}
