package io.smartblocks.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.dsl.agreement.CompiledForm;
import io.smartblocks.dsl.diagnostic.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Agreements that were signed once must compile to the same form for ever; see docs/adr on the compiled form. */
class FrozenFormTests {

    static Stream<String> signed() {
        return read("SHA256SUMS").lines();
    }

    @ParameterizedTest
    @MethodSource("signed")
    void what_was_signed_still_compiles_to_the_signed_hash(String line) {
        String[] sum = line.split(" +");
        String text = read(sum[1] + ".esco");
        CompiledForm form = CompiledForm.of(AgreementCompiler.compile(new SourceText(sum[1], text))
                .agreement()
                .orElseThrow());
        assertThat(form.json()).isEqualTo(read(sum[1] + ".json").strip());
        assertThat(form.sha256()).isEqualTo(sum[0]);
    }

    @ParameterizedTest
    @MethodSource("signed")
    void what_was_signed_is_still_read(String line) {
        String stored = read(line.split(" +")[1] + ".json").strip();
        assertThat(CompiledForm.read(stored).agreement().map(CompiledForm::of)).hasValue(new CompiledForm(stored));
    }

    private static String read(String name) {
        try (InputStream in = FrozenFormTests.class.getResourceAsStream("/frozen/format-1/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("'%s' could not be read".formatted(name), e);
        }
    }
}
