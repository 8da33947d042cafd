package io.smartblocks.dsl.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.dsl.diagnostic.SourceText;
import io.smartblocks.dsl.format.AgreementFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of 10,000 agreements made at random from the grammar. */
class RoundTripProperties {

    private static final int PARTS = 20;
    private static final int EACH = 500;

    static LongStream parts() {
        return LongStream.range(0, PARTS);
    }

    @ParameterizedTest
    @MethodSource("parts")
    void what_is_read_laid_out_and_read_again_is_equal(long part) {
        for (long seed = part * EACH; seed < (part + 1) * EACH; seed++) {
            SourceText text = GeneratedAgreements.of(seed);
            SentenceReader.Reading first = SentenceReader.read(text);
            SourceText laidOut = new SourceText(
                    text.name(),
                    AgreementFormatter.format(text)
                            .text()
                            .orElseThrow(() -> new AssertionError(text.text() + first.diagnostics())));
            assertThat(WithoutPlaces.of(SentenceReader.read(laidOut).document()))
                    .as("%s laid out as%n%s", text.text(), laidOut.text())
                    .isEqualTo(WithoutPlaces.of(first.document()));
            assertThat(AgreementFormatter.format(laidOut).text())
                    .as(text.text())
                    .hasValue(laidOut.text());
        }
    }

    @ParameterizedTest
    @MethodSource("parts")
    void every_sentence_has_one_reading(long part) {
        List<String> ambiguities = new ArrayList<>();
        for (long seed = part * EACH; seed < (part + 1) * EACH; seed++) {
            ambiguities.addAll(Ambiguities.in(GeneratedAgreements.of(seed)));
        }
        assertThat(ambiguities).isEmpty();
    }
}
