package io.smartblocks.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.dsl.diagnostic.Code;
import io.smartblocks.dsl.diagnostic.Diagnostic;
import io.smartblocks.dsl.diagnostic.SourceText;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnusedThingsTests {

    private static final String IDLE = """
            party Idle Party is "I Ltd".
            meter Idle Meter reads kWh every 15 minutes from "meter/2".
            index Idle Index is published in EUR per kWh every 1 month by "R".
            period Idle Year is every 1 year from 1 January 2027, settled 5 working days after its end.
            season Idle Season is 1 November to 31 March.
            fact Idle Fact in m2 is 5 m2, stated by Seller, confirmed by Buyer.
            adjustment Idle Change in kWh, proposed by Seller, confirmed by Buyer.
            meter Thermometer reads °C every 1 hour from "meter/3".
            when readings of Idle Meter, Thermometer are missing, hold settlement.
            baseline Idle Baseline of Main Meter is fitted by "CalTRACK daily" from 1 January 2026 to 31 December 2026
              with Thermometer.
            asset Idle Coin is counted in coins.
            event Idle Event has Idle Length in hours, reported by Seller.
            table Idle Table in kWh by Month: 1 to 12: 5.
            Idle Term is 5 kWh.
            """;

    @Test
    void every_kind_of_thing_that_nothing_uses_is_told() {
        String text = AgreementTexts.SMALL.replace("Energy is the total", IDLE + "Energy is the total");

        List<Diagnostic> found =
                AgreementCompiler.compile(new SourceText("t", text)).diagnostics();

        assertThat(found).noneMatch(Diagnostic::isError);
        assertThat(found)
                .filteredOn(each -> each.code() == Code.W0701)
                .extracting(each -> each.message().split("`")[1])
                .containsExactly(
                        "Idle Party",
                        "Idle Meter",
                        "Idle Index",
                        "Idle Year",
                        "Idle Season",
                        "Idle Fact",
                        "Idle Change",
                        "Idle Baseline",
                        "Idle Coin",
                        "Idle Length",
                        "Idle Table",
                        "Idle Term");
    }
}
