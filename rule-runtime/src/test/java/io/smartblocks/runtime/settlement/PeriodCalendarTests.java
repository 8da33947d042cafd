package io.smartblocks.runtime.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class PeriodCalendarTests {

    private final PeriodCalendar calendar = new PeriodCalendar(MonthFixture.agreement("""
            clause 1.1 "Energy":
              Client shall pay Energy Used * 0.10 EUR per kWh to Supplier at settlement.
            """));

    @Test
    void periods_are_numbered_from_one_and_end_with_the_agreement() {
        assertThat(calendar.periods("Billing Month")).hasSize(24);
        assertThat(calendar.periods("Billing Month").get(0).number()).isEqualTo(1);
        assertThat(calendar.isFirst(calendar.periods("Billing Month").get(0))).isTrue();
        assertThat(calendar.periods("Billing Month").get(23).lastDay()).isEqualTo("2027-12-31");
        assertThat(calendar.next(calendar.periods("Billing Month").get(23))).isEmpty();
    }

    @Test
    void a_period_is_settled_after_its_lag_at_local_midnight() {
        SettlementPeriod october =
                calendar.starting("Billing Month", LocalDate.of(2026, 10, 1)).orElseThrow();
        SettlementPeriod june =
                calendar.containing("Billing Month", LocalDate.of(2026, 6, 17)).orElseThrow();

        assertThat(calendar.settlementDay(october)).isEqualTo("2026-11-06");
        assertThat(calendar.settlesAt(october)).isEqualTo(Instant.parse("2026-11-06T00:00:00Z"));
        assertThat(calendar.settlesAt(june)).isEqualTo(Instant.parse("2026-07-06T23:00:00Z"));
    }

    @Test
    void no_period_starts_inside_another_or_outside_the_agreement() {
        assertThat(calendar.starting("Billing Month", LocalDate.of(2026, 10, 2)))
                .isEmpty();
        assertThat(calendar.containing("Billing Month", LocalDate.of(2025, 12, 31)))
                .isEmpty();
        assertThat(calendar.containing("Billing Month", LocalDate.of(2028, 1, 1)))
                .isEmpty();
    }
}
