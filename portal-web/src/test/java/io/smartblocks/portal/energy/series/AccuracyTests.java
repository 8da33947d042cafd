package io.smartblocks.portal.energy.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AccuracyTests {

    @Test
    void the_mean_absolute_percentage_error_is_that_of_the_hand_computed_example() {
        // |100-90|/100 + |50-60|/50 + |80-80|/80 = 0.1 + 0.2 + 0; / 3 = 10 %
        Accuracy accuracy = Accuracy.of(List.of(point("100", "90"), point("50", "60"), point("80", "80")));

        assertThat(accuracy.mape()).hasValue(new BigDecimal("10.0"));
        assertThat(accuracy.compared()).isEqualTo(3);
        // 20 of 230
        assertThat(accuracy.total()).hasValue(new BigDecimal("8.7"));
    }

    @Test
    void thirds_are_not_rounded_before_the_end() {
        // 1/3 + 1/3 + 1/3 = 1 exactly; 100 / 3
        Accuracy accuracy = Accuracy.of(List.of(point("3", "2"), point("3", "4"), point("3", "2")));

        assertThat(accuracy.mape()).hasValue(new BigDecimal("33.3"));
    }

    @Test
    void a_half_is_rounded_to_the_even_digit() {
        // 0.0005 / 1 = 0.05 %
        assertThat(Accuracy.of(List.of(point("10000", "10005"))).mape()).hasValue(new BigDecimal("0.0"));
        assertThat(Accuracy.of(List.of(point("10000", "10015"))).mape()).hasValue(new BigDecimal("0.2"));
    }

    @Test
    void readings_of_zero_are_left_out_and_counted() {
        Accuracy accuracy = Accuracy.of(List.of(point("0", "5"), point("10", "9")));

        assertThat(accuracy.mape()).hasValue(new BigDecimal("10.0"));
        assertThat(accuracy.zeros()).isEqualTo(1);
        // 6 of 10
        assertThat(accuracy.total()).hasValue(new BigDecimal("60.0"));
    }

    @Test
    void nothing_but_zeros_has_no_percentage() {
        Accuracy accuracy = Accuracy.of(List.of(point("0", "5")));

        assertThat(accuracy.mape()).isEmpty();
        assertThat(accuracy.total()).isEmpty();
        assertThat(accuracy.zeros()).isEqualTo(1);
    }

    @Test
    void what_is_missing_on_either_side_does_not_count() {
        Accuracy accuracy = Accuracy.of(List.of(
                point(Optional.empty(), Optional.of(BigDecimal.ONE)),
                point(Optional.of(BigDecimal.ONE), Optional.empty())));

        assertThat(accuracy.compared()).isZero();
        assertThat(accuracy.mape()).isEmpty();
    }

    @Test
    void a_negative_reading_counts_by_its_size() {
        assertThat(Accuracy.of(List.of(point("-10", "-8"))).mape()).hasValue(new BigDecimal("20.0"));
    }

    private static Point point(String actual, String predicted) {
        return point(Optional.of(new BigDecimal(actual)), Optional.of(new BigDecimal(predicted)));
    }

    private static Point point(Optional<BigDecimal> actual, Optional<BigDecimal> predicted) {
        return new Point(
                Instant.EPOCH,
                Instant.EPOCH,
                LocalDate.EPOCH,
                Point.State.COMPLETE,
                actual,
                Amount.NONE,
                predicted,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
