package io.smartblocks.dsl.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExactProperties {

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void arithmetic_obeys_its_laws(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            Exact a = any(random);
            Exact b = any(random);
            Exact c = any(random);
            assertThat(a.plus(b)).isEqualTo(b.plus(a)).hasSameHashCodeAs(b.plus(a));
            assertThat(a.plus(b).plus(c)).isEqualTo(a.plus(b.plus(c)));
            assertThat(a.times(b.plus(c))).isEqualTo(a.times(b).plus(a.times(c)));
            assertThat(a.minus(b).plus(b)).isEqualTo(a).hasSameHashCodeAs(a).hasToString(a.toString());
            assertThat(Exact.parse(a.toString())).isEqualTo(a);
            if (b.signum() != 0) {
                assertThat(a.dividedBy(b).times(b)).isEqualTo(a).hasSameHashCodeAs(a);
                assertThat(a.dividedBy(b).compareTo(c)).isEqualTo(Integer.signum(b.signum() * a.compareTo(c.times(b))));
            }
        }
    }

    @Test
    void a_quotient_has_the_same_lowest_terms_however_large_what_it_is_made_of() {
        Random random = new Random(15);
        Exact large = Exact.of(new BigDecimal(BigInteger.TWO.pow(71).multiply(BigInteger.valueOf(21 * 25))));
        for (int i = 0; i < 1_000; i++) {
            Exact top = Exact.of(random.nextInt(), random.nextInt(5));
            Exact bottom = Exact.of(1L + random.nextInt(5_000), random.nextInt(4));

            Exact quotient = top.dividedBy(bottom);

            assertThat(quotient)
                    .isEqualTo(top.times(large).dividedBy(bottom.times(large)))
                    .hasToString(top.times(large).dividedBy(bottom.times(large)).toString());
            assertThat(quotient.times(bottom)).isEqualTo(top);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2.345, 0.01, HALF_UP, 2.35",
        "-2.345, 0.01, HALF_UP, -2.35",
        "2.345, 0.01, HALF_EVEN, 2.34",
        "-2.349, 0.01, DOWN, -2.34",
        "2.341, 0.01, UP, 2.35",
        "1/3, 0.0001, HALF_UP, 0.3333",
        "7, 5, HALF_UP, 5",
        "7.5, 5, HALF_UP, 10"
    })
    void rounding_goes_to_whole_steps(String value, String step, RoundingMode mode, String rounded) {
        assertThat(Exact.parse(value).roundedTo(Exact.parse(step), mode)).isEqualTo(Exact.parse(rounded));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1000", "1", "0.1", "0.000001", "1E+3"})
    void dividing_by_a_power_of_ten_gives_what_multiplying_by_its_inverse_gives(String power) {
        Exact ten = Exact.of(new BigDecimal(power));
        for (String value : List.of("0", "-12.345", "7", "1/3", "-22/7", "1000000000000000000000.5")) {
            Exact quotient = Exact.parse(value).dividedBy(ten);

            assertThat(quotient.times(ten)).isEqualTo(Exact.parse(value));
            assertThat(Exact.parse(quotient.toString())).isEqualTo(quotient);
        }
    }

    @Test
    void division_by_zero_is_refused() {
        assertThatThrownBy(() -> Exact.ONE.dividedBy(Exact.ZERO)).isInstanceOf(ArithmeticException.class);
    }

    private static Exact any(Random random) {
        Exact decimal = Exact.of(BigDecimal.valueOf(random.nextInt(2_000_001) - 1_000_000, random.nextInt(7)));
        return random.nextBoolean() ? decimal : decimal.dividedBy(Exact.of(1 + random.nextInt(400)));
    }
}
