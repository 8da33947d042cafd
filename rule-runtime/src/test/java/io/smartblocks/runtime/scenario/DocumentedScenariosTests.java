package io.smartblocks.runtime.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.dsl.LanguageDocumentation;
import io.smartblocks.runtime.SharedFiles;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages of the language promise figures, days and states; the runtime must keep every one. */
class DocumentedScenariosTests {

    static Stream<Named<String>> texts() {
        return LanguageDocumentation.textsWithScenarios().entrySet().stream()
                .map(text -> Named.of(text.getKey(), text.getValue()));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void every_documented_scenario_comes_out_as_it_says(String text) {
        assertThat(ScenarioRunner.run(SharedFiles.compiled("example", text)))
                .isNotEmpty()
                .allSatisfy(scenario -> assertThat(scenario.failures()).isEmpty());
    }
}
