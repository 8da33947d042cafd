package io.smartblocks.runtime.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.runtime.SharedFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class DutyScenarioTests {

    private static final Path TEXT =
            Path.of("..", "contract-dsl", "src", "test", "resources", "agreements", "quay.esco");

    @Test
    void duties_of_every_kind_and_their_life_are_as_the_text_says() throws IOException {
        assertThat(failures(Files.readString(TEXT))).isEmpty();
    }

    @Test
    void a_split_goes_by_the_cent_in_the_sample_of_a_rooftop_community() throws IOException {
        assertThat(failures(completed(SharedFiles.text("design/samples/p2p.esco"))))
                .isEmpty();
    }

    @Test
    void an_hour_below_zero_takes_the_payment_and_certificates_go_by_the_quarter() throws IOException {
        assertThat(failures(completed(SharedFiles.text("design/samples/p2p.esco")) + """
                scenario "one hour below zero" like "one sunny day":
                  given Spot Price is -0.01 EUR per kWh over 10 June 2027 to 10 June 2027.
                  expect nothing under clause 1.
                  expect clause 1 to be excused.
                scenario "a quarter of sun":
                  given Export Meter totals 5,999 kWh over 1 April 2027 to 30 June 2027.
                  settle Reward Quarter starting 1 April 2027.
                  expect Operator to transfer 5 certificates of Green Certificate to Prosumer by 12 July 2027.
                """))
                .isEmpty();
    }

    @Test
    void works_are_due_after_the_season_in_the_sample_of_a_heat_delivery() throws IOException {
        String text = SharedFiles.text("design/samples/chauffage.esco");
        assertThat(failures(completed(text) + """
                scenario "the boilers":
                  given Heat Meter totals 0 kWh over 1 April 2028 to 30 April 2028.
                  given Room Sensor reads 20 °C each over 1 April 2028 to 30 April 2028.
                  given Gas Index is 0.0480 EUR per kWh over 1 April 2028 to 30 April 2028.
                  given Wage Index is 133.9 % over 1 April 2028 to 30 April 2028.
                  settle Billing Month starting 1 April 2028.
                  expect ESCO to "service the boilers and hand over the inspection report" under clause 3.4 by 30 June 2028.
                  expect clause 3.4 to be breached on 1 July 2028.
                """)).isEmpty();
    }

    @Test
    void a_power_is_there_from_the_day_after_and_not_before() throws IOException {
        List<StepResult> failures = failures(Files.readString(TEXT) + """
                scenario "a day too early" after "January":
                  given Producer terminates on 28 April 2027.
                scenario "not the producer" after "January":
                  given Consumer terminates on 29 June 2027.
                scenario "disputed too late" after "January":
                  given Consumer disputes the settlement of Month starting 1 January 2027 on 9 March 2027.
                scenario "nothing after the end" after "never paid":
                  settle Month starting 1 August 2027.
                """);

        assertThat(failures)
                .extracting(StepResult::message)
                .containsExactly(
                        "no clause gives Producer this power then",
                        "no clause gives Consumer this power then",
                        "Consumer may dispute it from 2027-02-08 to 2027-03-08",
                        "the agreement ended on 2027-07-28");
    }

    static String completed(String text) {
        return text + """

                due dates roll to the next working day.
                """;
    }

    private static List<StepResult> failures(String text) {
        Agreement agreement = SharedFiles.compiled("duties", text);
        List<ScenarioResult> results = ScenarioRunner.run(agreement);
        assertThat(results).isNotEmpty();
        return results.stream().flatMap(result -> result.failures().stream()).toList();
    }
}
