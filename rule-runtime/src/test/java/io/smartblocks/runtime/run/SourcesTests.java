package io.smartblocks.runtime.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.agreement.CompiledForm;
import io.smartblocks.dsl.agreement.Declaration;
import io.smartblocks.runtime.settlement.PeriodCalendar;
import io.smartblocks.runtime.settlement.SettlementPeriod;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How late a period may end to be concerned by what is read: never earlier than its figures reach on. */
class SourcesTests {

    private static final String HEAD = """
            contract "Supply" version 1.0.
            in force from 1 January 2026 to 31 December 2027.
            time zone "Europe/Dublin".
            working days follow "Ireland".
            due dates roll to the next working day.
            money is rounded half up to 0.01 EUR.
            payments of one settlement are set off.
            party Supplier is "Supplier Ltd".
            party Client is "Client Ltd".
            meter Import Meter reads kWh every 1 hour from "meter/IE-1".
            meter Check Register registers kWh every 1 day from "meter/IE-R", rolls over at 10,000 kWh.
            period Month is every 1 month from 1 January 2026, settled 5 working days after its end.
            when readings of Check Register are missing, hold settlement.
            Used is the total of Import Meter over Month.
            clause 1 "Supply": Client shall pay Used * 1 EUR per kWh to Supplier within 14 days after settlement.
            """;
    private static final String HOLD = "when readings of Import Meter are missing, hold settlement.";

    @ParameterizedTest
    @ValueSource(strings = {HOLD, """
                when readings of Import Meter are missing:
                  for up to 40 days, use a straight line between the readings on either side;
                  for longer, hold settlement.
                """, """
                when readings of Import Meter are missing:
                  for up to 2 hours, use a straight line between the readings on either side;
                  for longer, use the average of the last 3 like days, scaled to Check Register, notify Client.
                """})
    void no_period_reads_further_on_than_is_told(String rule) {
        Agreement agreement = agreement(HEAD + rule);
        LookBack lookBack = new LookBack(agreement);
        List<SettlementPeriod> months = new PeriodCalendar(agreement).periods("Month");

        assertThat(months).hasSize(24);
        for (Declaration.Meter meter : agreement.meters()) {
            assertThat(months)
                    .allSatisfy(month -> assertThat(lookBack.readingsTo(meter, month))
                            .isBeforeOrEqualTo(month.to().plusDays(lookBack.readsOn(meter))));
        }
    }

    @Test
    void where_missing_readings_are_waited_for_nothing_behind_the_period_is_read() {
        Agreement agreement = agreement(HEAD + HOLD);

        assertThat(agreement.meters())
                .allSatisfy(meter ->
                        assertThat(new LookBack(agreement).readsOn(meter)).isZero());
    }

    private static Agreement agreement(String text) {
        return CompiledForm.read(SiteFixture.form("supply", text).json())
                .agreement()
                .orElseThrow();
    }
}
