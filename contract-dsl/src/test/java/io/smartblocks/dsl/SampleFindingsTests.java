package io.smartblocks.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.dsl.diagnostic.Code;
import io.smartblocks.dsl.diagnostic.Severity;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SampleFindingsTests {

    @ParameterizedTest
    @ValueSource(strings = {"we1", "we2", "we3", "we4", "we4_heat", "we5", "we5_gaps", "we6"})
    void a_complete_agreement_is_warned_of_nothing(String name) {
        assertThat(codes(name).filter(code -> code.severity() == Severity.WARNING))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "tou, W0701 W0702 W0706",
        "shared, ''",
        "guaranteed, ''",
        "p2p, ''",
        "chauffage, W0702 W0712",
    })
    void an_older_sample_is_warned_of_what_it_leaves_open(String name, String warnings) {
        List<String> said = codes(name)
                .filter(code -> code.severity() == Severity.WARNING && code != Code.W0602)
                .map(Code::name)
                .distinct()
                .sorted()
                .toList();
        assertThat(String.join(" ", said)).isEqualTo(warnings);
    }

    private static Stream<Code> codes(String name) {
        return AgreementCompiler.compile(AgreementTexts.sample(name + ".esco")).diagnostics().stream()
                .map(diagnostic -> diagnostic.code());
    }
}
