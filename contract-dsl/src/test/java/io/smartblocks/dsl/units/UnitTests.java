package io.smartblocks.dsl.units;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitTests {

    @ParameterizedTest
    @CsvSource({
        "kWh, EUR per kWh, EUR",
        "MWh, EUR per MWh, EUR",
        "EUR per kW per month, kW, EUR per month",
        "kWh, per hour, kW",
        "EUR per kWh, kWh per degree day, EUR per degree day",
        "%, MWh, MWh",
        "kWh, %, kWh",
        "m3, m3, m3 m3",
        "EUR per kW, kW, EUR"
    })
    void a_product_is_shown_in_a_unit_that_a_reader_expects(String left, String right, String product) {
        assertThat(Unit.parse(left).times(Unit.parse(right)).unit().symbol()).isEqualTo(product);
    }

    @ParameterizedTest
    @CsvSource({
        "kWh, hours, kW",
        "EUR, kWh, EUR per kWh",
        "EUR, kW, EUR per kW",
        "kWh, kWh, ''",
        "EUR, %, EUR",
        "kWh, days, kWh per day"
    })
    void a_quotient_is_shown_in_a_unit_that_a_reader_expects(String left, String right, String quotient) {
        assertThat(Unit.parse(left).dividedBy(Unit.parse(right)).unit().symbol())
                .isEqualTo(quotient);
    }

    @ParameterizedTest
    @CsvSource({"Wh, 0.001", "MWh, 1000", "MJ, 5/18", "GJ, 2500/9", "minutes, 1/60", "%, 0.01", "EUR per MWh, 0.001"})
    void a_unit_is_worth_so_many_base_units(String unit, String scale) {
        assertThat(Unit.parse(unit).scale()).isEqualTo(Exact.parse(scale));
    }

    @Test
    void days_meet_years_as_parts_of_365_and_months_never_meet_days() {
        Unit.Product interest = Unit.parse("% per year").times(Unit.of("days"));
        assertThat(interest.factor()).isEqualTo(Exact.parse("1/365"));
        assertThat(interest.unit().isFactor()).isTrue();
        assertThat(Unit.parse("EUR per month").times(Unit.of("days")).unit().isMoney())
                .isFalse();
    }

    @Test
    void only_a_currency_alone_is_money() {
        assertThat(Unit.of("EUR").isMoney()).isTrue();
        assertThat(Unit.parse("EUR per kWh").isMoney()).isFalse();
        assertThat(Unit.of("coins").isMoney()).isFalse();
        assertThat(Unit.of("kVA").isCommensurableWith(Unit.of("kW"))).isFalse();
    }
}
