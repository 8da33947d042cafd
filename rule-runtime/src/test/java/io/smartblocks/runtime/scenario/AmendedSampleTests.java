package io.smartblocks.runtime.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.dsl.AgreementCompiler;
import io.smartblocks.dsl.agreement.Clause;
import io.smartblocks.dsl.amendment.Amended;
import io.smartblocks.dsl.amendment.Timeline;
import io.smartblocks.dsl.diagnostic.Diagnostic;
import io.smartblocks.dsl.diagnostic.SourceText;
import io.smartblocks.runtime.SharedFiles;
import io.smartblocks.runtime.settlement.SettlementEngine;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class AmendedSampleTests {

    private static final String STORIES = """

            scenario "the year of the change":
              given Gas Meter totals 900,000 kWh over 1 January 2029 to 31 December 2029.
              given Outdoor Station totals 2,900 degree days over 1 January 2029 to 31 December 2029.
              given Gas Price is 0.101 EUR per kWh over 1 January 2029 to 31 December 2029.
              given Heated Area is 9,400 m2.
              settle Contract Year starting 1 January 2029.
              expect ESCO to pay 4,848.00 EUR to Client.

            scenario "the year after it":
              given Gas Meter totals 900,000 kWh over 1 January 2030 to 31 December 2030.
              given Outdoor Station totals 2,900 degree days over 1 January 2030 to 31 December 2030.
              given Gas Price is 0.101 EUR per kWh over 1 January 2030 to 31 December 2030.
              settle Contract Year starting 1 January 2030.
              expect Shortfall is 13,000 kWh.
              expect ESCO to pay 1,313.00 EUR to Client.

            scenario "the school grows by an eighth" like "the year after it":
              given Heated Area is 9,400 m2.
              expect no payment.
            """;

    @Test
    void the_sample_of_an_amendment_amends_the_sample_it_names() throws IOException {
        Amended amended = AgreementCompiler.amend(
                new SourceText(
                        "guaranteed.esco",
                        SharedFiles.text("design/samples/guaranteed.esco")
                                + "\nwhen readings of Outdoor Station are missing, hold settlement.\n"),
                new SourceText("amend.esco", SharedFiles.text("design/samples/amend.esco") + STORIES));

        assertThat(amended.diagnostics()).filteredOn(Diagnostic::isError).isEmpty();
        assertThat(amended.after().orElseThrow().clauses())
                .extracting(Clause::number)
                .doesNotContain("6.2")
                .contains("4.3");
        List<ScenarioResult> results = ScenarioRunner.run(
                Timeline.of(
                        List.of(amended.before().orElseThrow(), amended.after().orElseThrow())),
                new SettlementEngine());
        assertThat(results)
                .hasSize(5)
                .allSatisfy(result -> assertThat(result.steps()).isNotEmpty());
        assertThat(results).flatExtracting(ScenarioResult::failures).isEmpty();
    }
}
