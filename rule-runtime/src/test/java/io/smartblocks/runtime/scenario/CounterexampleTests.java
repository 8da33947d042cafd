package io.smartblocks.runtime.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.dsl.AgreementCompiler;
import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.agreement.CompiledForm;
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
            period Year is every 1 year from 1 January 2027, settled 20 working days after its end.
            adjustment Server Room in kWh per day, proposed by Seller, confirmed by Buyer.
            adjustment Refit in kWh, proposed by Seller, confirmed by Buyer.
            fact Outage in hours each Month is 0 hours, stated by Buyer, confirmed by Seller.
            event Session has Charge in kWh, Idle Time in minutes, reported by Seller.
            table Target in kWh by Year: 1: 3,000; 2: 2,000.
            Shared is Energy in bands: the first 100 kWh at 70 %; the next 50 kWh at 50 %; the rest at 30 %.
            Yearly Shared is Energy in bands: the first 1 MWh at 70 %; the rest at 30 %, counted from the start of Year.
            Capped is 0.5 EUR per kWh * Energy, at most 400 EUR in each Year.
            Fee is 100 EUR, rising by 2 % each Year.
            Charged is the total of Charge over Month.
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
                "Shared is above 80 kWh | Shared is between 81 kWh and 100 kWh",
                "Yearly Shared is at least 800 kWh | Energy is at most 2 MWh",
                "Capped is equal to 400 EUR | Energy is above 900 kWh",
                "Capped is above 20 EUR | Capped is below 30 EUR",
                "Energy is above Target | Energy is below Target + 1 MWh",
                "Fee is above 99 EUR | Energy * 1 EUR per kWh is above Fee",
                "(the total of Server Room over Month) is above 300 kWh | Energy is at least the total of Server Room over Month",
                "(the total of Refit over Month) is above 20 kWh | Energy is below 3 kWh",
                "Outage is above 3 hours | Outage is at most 5 hours",
                "(the degree hours of Room Sensor below 19 °C over Month) is above 100 degree hours | Energy is above 1 kWh",
                "(the hours of Month during which Room Sensor is below 19 °C) is above 10 hours | Energy is above 1 kWh",
                "(the highest power of Main Meter over Month) is above 40 kW | Energy is above 1 kWh",
                "(the total of (Main Meter * Market Price) over Month) is above 70 EUR | Energy is below 10 MWh",
                "(the average of (Main Meter + 1 kWh) over Month) is above 3 kWh | Energy is below 10 MWh",
                "Charged is above 20 kWh | (the number of Session over Month) is at least 1",
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Price is instead 60 EUR per MWh | Price is instead 40 EUR per MWh",
                "no payment is due under clause 1 | no payment is due under clause 1",
                "no payment is due under clause 1 | Buyer shall pay 5 EUR to Seller within 14 days after settlement",
                "Buyer shall pay Energy * Price to Seller at settlement | Buyer shall pay 5 EUR to Seller at settlement",
                "Price is instead 60 EUR per MWh | no payment is due under clause 1"
            })
    void colliding_exceptions_come_with_a_scenario_that_refuses_them(String one, String other) {
        String text = FRAME.replace("+ Tier", "") + """
                clause 2 "Area" is an exception to clause 1: when Heated Area is above 120 m2, %s.
                clause 3 "Export" is an exception to clause 1: when Net is below 5 kWh, %s.
                """.formatted(one, other);
        String scenario = scenario(text, Code.E0403);
        assertThat(scenario).contains("given Heated Area is 200 m2", "settle Month starting 1 January 2027.");

        Agreement ordered = SharedFiles.compiled(
                "ordered",
                text.replace("exception to clause 1: when Net", "exception to clauses 1 and 2: when Net") + scenario);
        Agreement unordered = without(ordered, "2");

        assertThat(ScenarioRunner.run(unordered).get(0).steps())
                .singleElement()
                .satisfies(step -> assertThat(step.message()).contains("clause 2", "clause 3"));
        assertThat(ScenarioRunner.run(ordered).get(0).steps())
                .singleElement()
                .satisfies(step -> assertThat(step.message()).doesNotContain("refused"));
    }

    /** The same with the third clause no longer an exception to another, which the check does not let through. */
    private static Agreement without(Agreement agreement, String excepted) {
        String both = "\"exceptionTo\":[\"1\",\"%s\"]".formatted(excepted);
        String json = CompiledForm.of(agreement).json();
        assertThat(json).contains(both);
        return CompiledForm.read(json.replace(both, "\"exceptionTo\":[\"1\"]"))
                .agreement()
                .orElseThrow();
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
                .orElseThrow(() -> new AssertionError(said.stream()
                        .map(it -> it.code() + " " + it.message())
                        .toList()
                        .toString()));
    }
}
