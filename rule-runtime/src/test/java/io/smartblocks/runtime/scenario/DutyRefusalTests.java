package io.smartblocks.runtime.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.agreement.Clause;
import io.smartblocks.runtime.SharedFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class DutyRefusalTests {

    private static final Path TEXT =
            Path.of("..", "contract-dsl", "src", "test", "resources", "agreements", "quay.esco");

    @Test
    void shares_that_are_more_than_the_payment_refuse_the_settlement() throws IOException {
        assertThat(messages(quay("30 % to Landlord", "99 % to Landlord"), "January"))
                .isNotEmpty()
                .allMatch(message -> message.contains("clause 1 shares out 313.14 of a payment of 310.04"));
    }

    @Test
    void a_part_of_a_certificate_refuses_the_settlement_and_says_how_to_round() throws IOException {
        assertThat(messages(quay(", rounded down to 1 certificate", ""), "a quarter"))
                .singleElement()
                .asString()
                .contains("3.9999 certificates of Green Certificate", "`rounded down to 1 certificate`");
    }

    @Test
    void a_part_smaller_than_the_smallest_refuses_the_settlement() throws IOException {
        assertThat(messages(quay("1.5 coins per kWh", "1.111 coins per kWh"), "January"))
                .anyMatch(message -> message.contains("counted in parts of 0.01 coins"));
    }

    @Test
    void two_exceptions_that_hold_without_an_order_refuse_the_settlement_by_name() throws IOException {
        Agreement agreement = SharedFiles.compiled("quay", Files.readString(TEXT));

        assertThat(messages(unordered(agreement), "no supply at all"))
                .isNotEmpty()
                .allMatch(message -> message.contains("clause 10 and clause 11 are both exceptions to clause 1"));
    }

    private static Agreement quay(String from, String to) throws IOException {
        String text = Files.readString(TEXT);
        assertThat(text).contains(from);
        return SharedFiles.compiled("quay", text.replace(from, to));
    }

    private static List<String> messages(Agreement agreement, String scenario) {
        return ScenarioRunner.run(agreement).stream()
                .filter(result -> result.scenario().equals(scenario))
                .flatMap(result -> result.failures().stream())
                .map(StepResult::message)
                .filter(message -> message.contains("refused"))
                .toList();
    }

    /** The agreement as no check would let it pass: clause 11 is no longer an exception to clause 10. */
    private static Agreement unordered(Agreement it) {
        List<Clause> clauses = it.clauses().stream()
                .map(clause -> clause.number().equals("11")
                        ? new Clause(
                                clause.number(),
                                clause.title(),
                                List.of("1"),
                                clause.provisions(),
                                clause.prose(),
                                clause.at())
                        : clause)
                .toList();
        return new Agreement(
                it.head(),
                it.settings(),
                it.parties(),
                it.meters(),
                it.indexes(),
                it.periods(),
                it.seasons(),
                it.facts(),
                it.adjustments(),
                it.baselines(),
                it.assets(),
                it.events(),
                it.parameters(),
                it.terms(),
                clauses,
                it.vat(),
                it.survivals(),
                it.gapRules(),
                it.scenarios());
    }
}
