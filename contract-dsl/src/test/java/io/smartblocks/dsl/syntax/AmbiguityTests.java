package io.smartblocks.dsl.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.dsl.AgreementTexts;
import io.smartblocks.dsl.diagnostic.SourceText;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AmbiguityTests {

    static Stream<SourceText> own() {
        return AgreementTexts.own().stream();
    }

    @ParameterizedTest
    @MethodSource("own")
    void every_sentence_has_one_reading(SourceText text) {
        assertThat(Ambiguities.in(text)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("io.smartblocks.dsl.AgreementTexts#samples")
    void every_sentence_of_the_samples_has_one_reading(String name) {
        assertThat(Ambiguities.in(AgreementTexts.sample(name + ".esco"))).isEmpty();
    }
}
