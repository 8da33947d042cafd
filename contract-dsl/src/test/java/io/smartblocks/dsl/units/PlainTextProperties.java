package io.smartblocks.dsl.units;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PlainTextProperties {

    @Test
    void a_decimal_is_written_as_big_decimal_writes_it_without_trailing_zeros() {
        Random random = new Random(25);
        for (int i = 0; i < 20_000; i++) {
            long digits = random.nextLong() >> random.nextInt(64);
            BigDecimal value = BigDecimal.valueOf(digits, random.nextInt(50) - 25);

            assertThat(PlainText.shortest(value)).isEqualTo(plain(value));
            assertThat(PlainText.shortest(value.setScale(value.scale() + 3))).isEqualTo(plain(value));
        }
    }

    @Test
    void zero_is_one_digit() {
        assertThat(PlainText.shortest(new BigDecimal("0.000"))).isEqualTo("0");
        assertThat(PlainText.shortest(new BigDecimal("0E+5"))).isEqualTo("0");
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
