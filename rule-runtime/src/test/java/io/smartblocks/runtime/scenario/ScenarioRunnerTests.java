package io.smartblocks.runtime.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.runtime.SharedFiles;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScenarioRunnerTests {

    @ParameterizedTest
    @ValueSource(strings = {"we4", "tou", "shared"})
    void the_samples_meet_every_expectation_to_the_cent(String sample) throws IOException {
        List<ScenarioResult> results = ScenarioRunner.run(SharedFiles.sample(sample));

        assertThat(results).isNotEmpty();
        assertThat(results).allSatisfy(result -> assertThat(result.steps()).isNotEmpty());
        assertThat(results.stream().flatMap(result -> result.failures().stream()))
                .isEmpty();
    }
}
