package io.smartblocks.runtime.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.dsl.AgreementCompiler;
import io.smartblocks.dsl.diagnostic.Code;
import io.smartblocks.dsl.diagnostic.Diagnostic;
import io.smartblocks.dsl.diagnostic.SourceText;
import io.smartblocks.runtime.SharedFiles;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CounterexampleTests {

    private static final String FRAME = """
            contract "Quay" version 1.0.
            in force from 1 January 2027 to 31 December 2028.
            time zone "Europe/Dublin".
            working days follow "Ireland".
            due dates roll to the next working day.
            money is rounded half up to 0.01 EUR.
            party Seller is "S Ltd".
            party Buyer is "B Ltd".
            meter Main Meter reads kWh every 15 minutes from "meter/1".
            meter Roof Meter reads MWh every 1 day from "meter/2".
            meter Room Sensor reads °C every 1 hour from "meter/3".
            index Market Price is published in EUR per MWh every 1 month by "Exchange".
            season Winter is 1 November to 31 March.
            fact Heated Area in m2 is 100 m2, stated by Buyer, confirmed by Seller.
            period Month is every 1 month from 1 January 2027, settled 5 working days after its end.
            when readings of Main Meter, Roof Meter, Room Sensor are missing, hold settlement.
            Energy is the total of Main Meter over Month.
            Roof Energy is the total of Roof Meter over Month.
            Net is Energy - Roof Energy.
            Price is the average of Market Price over Month, at least 5 EUR per MWh, rounded half up to 0.01 EUR per MWh.
            Net Value is Net * Price.
            Balance is the previous Balance + Energy, starting at 0 kWh.
            clause 1 "Bill":
              Buyer shall pay (the amount by which Net Value exceeds 0 EUR) + Tier to Seller within 14 days after settlement.
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Energy is above 5 kWh | Energy is above 9 kWh",
                "Net is at least 30 kWh | Roof Energy is above 20 MWh",
                "Net Value is above 50 EUR | Net is at least 3 MWh",
                "Net Value is below 0 EUR | Price is at least 40 EUR per MWh",
                "the previous Balance is between 7 kWh and 8 kWh | Energy is at most 3 kWh",
                "Heated Area is above 120 m2 | Energy is below 1 MWh and Price is equal to 7 EUR per MWh",
                "(the average of Room Sensor over Month) is below 19 °C | (the highest of Room Sensor over Month) is above 18.5 °C",
                "(the lowest of Room Sensor over Month) is below 0 °C or Energy is below 2 kWh | Net is below 0 kWh",
                "(the days of Month) is at least 31 days | Energy / (the days of Month) is above 4 kWh per day",
                "it is in Winter | Energy is above 5 kWh",
                "(the lesser of Energy and Roof Energy) is above 5 kWh | (the amount by which Energy exceeds Roof Energy) is above 1 kWh"
            })
    void an_overlap_comes_with_a_scenario_in_which_both_cases_hold(String first, String second) {
        String overlapping =
                FRAME + "Tier is 1 EUR when %s; 2 EUR when %s; 3 EUR otherwise.\n".formatted(first, second);
        String scenario = scenario(overlapping, Code.E0501);

        String apart = FRAME + """
                Tier is 1 EUR when %s; 3 EUR otherwise.
                Other is 1 EUR when %s; 3 EUR otherwise.
                """.formatted(first, second) + scenario
                + "\n  expect Tier to be 1 EUR.\n  expect Other to be 1 EUR.\n";

        List<StepResult> steps =
                ScenarioRunner.run(SharedFiles.compiled("apart", apart)).get(0).steps();
        assertThat(steps.subList(1, 3)).as(apart + steps).allMatch(StepResult::passed);
        assertThat(AgreementCompiler.compile(new SourceText("pasted", overlapping + scenario)).diagnostics().stream()
                        .filter(Diagnostic::isError)
                        .map(Diagnostic::code))
                .containsOnly(Code.E0501);
    }

    @Test
    void a_payment_below_zero_comes_with_a_scenario_that_refuses_it() {
        String text = FRAME.replace("(the amount by which Net Value exceeds 0 EUR) + Tier", "Net Value");
        String whole = text + scenario(text, Code.W0706);

        List<StepResult> steps = ScenarioRunner.run(SharedFiles.compiled("negative", whole))
                .get(0)
                .steps();
        assertThat(steps)
                .singleElement()
                .satisfies(step -> assertThat(step.message()).contains("negative payment"));
    }

    @Test
    void colliding_exceptions_come_with_a_scenario() {
        String text = FRAME.replace("+ Tier", "") + """
                clause 2 "Area" is an exception to clause 1:
                  when Heated Area is above 120 m2, Price is instead 60 EUR per MWh.
                clause 3 "Export" is an exception to clause 1:
                  when Net is below 5 kWh, Price is instead 40 EUR per MWh.
                """;
        String scenario = scenario(text, Code.E0403);
        assertThat(scenario).contains("given Heated Area is 200 m2", "settle Month starting 1 January 2027.");
    }

    private static String scenario(String text, Code code) {
        List<Diagnostic> said =
                AgreementCompiler.compile(new SourceText("text", text)).diagnostics();
        return said.stream()
                .filter(diagnostic -> diagnostic.code() == code)
                .flatMap(diagnostic -> diagnostic.fixes().stream())
                .map(Diagnostic.Fix::text)
                .filter(help -> help.contains("scenario \""))
                .findFirst()
                .map(help -> help.substring(help.indexOf("scenario \"")))
                .orElseThrow(() -> new AssertionError(said));
    }
}
