package io.smartblocks.portal.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            8 hours         | hours       | 8
            1 hour          | hours       | 1
            1,250.50 EUR    | EUR         | 1250.50
            -40 kWh per day | kWh per day | -40
            5 %             | %           | 5
            5%              | %           | 5
            3               | ''          | 3
            """)
    void a_figure_is_taken_in_the_unit_in_which_it_is_stated(String typed, String unit, String value) {
        assertThat(Quantity.of(typed).in(unit, "It")).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({"8 kWh, hours", "1 MWh, kWh", "8, hours", "8 hours, ''", "8 USD, EUR"})
    void another_unit_is_refused_and_never_converted(String typed, String unit) {
        Quantity quantity = Quantity.of(typed);
        assertThatThrownBy(() -> quantity.in(unit, "Outage"))
                .isInstanceOf(InputRefused.class)
                .hasMessageStartingWith("Outage is stated")
                .hasMessageContaining("Expected such as");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hours", "1,25 EUR", "1e9 kWh", "12,34,567 EUR", "1.2.3 EUR"})
    void what_is_no_figure_is_refused(String typed) {
        assertThatThrownBy(() -> Quantity.of(typed)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void is_told_with_commas_between_thousands() {
        assertThat(Quantity.of("1234567.50 EUR")).hasToString("1,234,567.50 EUR");
    }
}
