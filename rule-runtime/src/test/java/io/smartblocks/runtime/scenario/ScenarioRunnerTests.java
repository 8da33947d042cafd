package io.smartblocks.runtime.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.runtime.SharedFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScenarioRunnerTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "we1",
                "we2",
                "we3",
                "we4",
                "we4_heat",
                "we5",
                "we5_gaps",
                "we6",
                "guaranteed",
                "shared",
                "tou",
                "chauffage",
                "p2p"
            })
    void the_samples_meet_every_expectation_to_the_cent(String sample) throws IOException {
        allPass(SharedFiles.sample(sample));
    }

    @ParameterizedTest
    @ValueSource(strings = {"guaranteed", "shared", "tou", "chauffage", "p2p", "performance"})
    void completed_samples_meet_every_expectation_to_the_cent(String sample) throws IOException {
        allPass(SharedFiles.completed(sample));
    }

    @Test
    void rare_but_legal_sentences_mean_what_they_say() throws IOException {
        Path text = Path.of("..", "contract-dsl", "src", "test", "resources", "agreements", "orchard.esco");
        allPass(SharedFiles.compiled("orchard", Files.readString(text)));
    }

    private static void allPass(Agreement agreement) {
        List<ScenarioResult> results = ScenarioRunner.run(agreement);

        assertThat(results).isNotEmpty();
        assertThat(results).allSatisfy(result -> assertThat(result.steps()).isNotEmpty());
        assertThat(results.stream().flatMap(result -> result.failures().stream()))
                .isEmpty();
    }
}
