package io.smartblocks.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.agreement.CompiledForm;
import io.smartblocks.dsl.agreement.Nodes;
import io.smartblocks.dsl.diagnostic.Code;
import io.smartblocks.dsl.diagnostic.SourceRange;
import io.smartblocks.dsl.diagnostic.SourceText;
import io.smartblocks.dsl.wording.Canonical;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompiledFormReadingTests {

    private static final String SMALL =
            form(new SourceText("small", AgreementTexts.SMALL)).orElseThrow().json();

    static Stream<SourceText> texts() {
        Stream<SourceText> documented = LanguageDocumentationTests.examples()
                .map(example -> new SourceText(example.toString(), example.within(LanguageDocumentation.frame())));
        return Stream.of(
                        AgreementTexts.own().stream(),
                        AgreementTexts.samples().map(name -> AgreementTexts.sample(name + ".esco")),
                        documented)
                .flatMap(texts -> texts);
    }

    @ParameterizedTest
    @MethodSource("texts")
    void a_form_says_the_agreement_it_was_made_of(SourceText text) {
        Optional<Agreement> compiled = AgreementCompiler.compile(text).agreement();
        compiled.ifPresent(agreement -> {
            CompiledForm form = CompiledForm.of(agreement);
            Agreement read = CompiledForm.read(form.json()).agreement().orElseThrow();
            assertThat(CompiledForm.of(read)).isEqualTo(form);
            assertThat(Canonical.of(read)).isEqualTo(Canonical.of(agreement));
            assertThat(Nodes.within(read, Record.class)).doesNotContain(SourceRange.BEGINNING);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`\"format\":1`|`\"format\":2`|E0901|this compiled form was made by a newer version of this program: format 2, this program reads 1",
                "`\"format\":1`|`\"format\":0`|E0902|this compiled form cannot be read: form has the format 0, which never was",
                "`\"format\":1`|`\"format\":1,\"more\":1`|E0902|this compiled form cannot be read: form.more is not known to this program",
                "`\"Value.Plain\"`|`\"Value.Curve\"`|E0902|this compiled form cannot be read: form.agreement.terms[0].value is of the kind \"Value.Curve\", which this program does not know there",
                "`\"setOff\":false,`|``|E0902|this compiled form cannot be read: form.agreement.settings.setOff is missing",
                "`\"setOff\":false`|`\"setOff\":\"no\"`|E0902|this compiled form cannot be read: form.agreement.settings.setOff is not true or false",
                "`\"Europe/Dublin\"`|`\"Europe/Dublim\"`|E0902|this compiled form cannot be read: form.agreement.settings.zone holds \"Europe/Dublim\", which cannot be read",
                "`\"to\":\"2027-12-31\"`|`\"to\":\"2027-13-31\"`|E0902|this compiled form cannot be read: form.agreement.settings.to holds \"2027-13-31\", which cannot be read",
                "`\"NEXT_WORKING_DAY\"`|`\"SOME_DAY\"`|E0902|this compiled form cannot be read: form.agreement.settings.dueDates holds \"SOME_DAY\", which cannot be read",
            })
    void a_form_that_is_not_exactly_what_this_program_writes_is_refused(
            String part, String other, Code code, String message) {
        assertThat(SMALL).contains(part);
        assertThat(CompiledForm.read(SMALL).agreement()).isPresent();
        CompiledForm.Reading reading = CompiledForm.read(SMALL.replace(part, other));
        assertThat(reading.agreement()).isEmpty();
        assertThat(reading.diagnostics()).singleElement().satisfies(said -> {
            assertThat(said.code()).isEqualTo(code);
            assertThat(said.message()).isEqualTo(message);
            assertThat(said.fixes()).isNotEmpty();
        });
    }

    /** A form like one that was read before is read by what differs. */
    @ParameterizedTest
    @MethodSource("texts")
    void a_form_that_differs_in_a_few_words_and_figures_is_read_as_what_it_says(SourceText text) {
        Optional<Agreement> compiled = AgreementCompiler.compile(text).agreement();
        compiled.ifPresent(agreement -> {
            String form = CompiledForm.of(agreement).json();
            Agreement first = CompiledForm.read(form).agreement().orElseThrow();
            String other = form.replaceAll("\"value\":\"([0-9.]+)\"", "\"value\":\"7$1\"")
                    .replaceAll("\"number\":\"", "\"number\":\"A\\\\\"€ ")
                    .replaceAll("\"title\":\"[^\"]", "\"title\":\"")
                    .replace("\"count\":1,", "\"count\":12,");
            Agreement read = CompiledForm.read(other).agreement().orElseThrow();
            assertThat(CompiledForm.of(read).json()).isEqualTo(other);
            assertThat(CompiledForm.of(first).json()).isEqualTo(form);
            assertThat(read.terms()).hasSameSizeAs(first.terms());
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"from\":\"2026-01-01T\"",
                "\"from\":7",
                "\"from\":{\"a\":1}",
                "\"from\":[\"2026-01-01\"]",
                "\"from\":true",
                "\"from\":",
                "\"from\":\"2026-01-01",
                "\"from\":\"2026-01-01\",",
                "\"from\":\"\\u0032026-01-01\""
            })
    void a_form_is_not_taken_for_one_that_was_read_before_where_something_is_wrong(String wrong) {
        assertThat(CompiledForm.read(SMALL).agreement()).isPresent();
        String form = SMALL.replaceFirst("\"from\":\"[0-9-]+\"", Matcher.quoteReplacement(wrong));
        assertThat(form).isNotEqualTo(SMALL);
        CompiledForm.Reading reading = CompiledForm.read(form);
        assertThat(reading.agreement()).isEmpty();
        assertThat(reading.diagnostics())
                .singleElement()
                .satisfies(said -> assertThat(said.code()).isEqualTo(Code.E0902));
    }

    @Test
    void a_form_that_was_cut_off_anywhere_is_refused() {
        assertThat(CompiledForm.read(SMALL).agreement()).isPresent();
        for (int end = 0; end < SMALL.length(); end++) {
            assertThat(CompiledForm.read(SMALL.substring(0, end)).agreement()).isEmpty();
        }
    }

    @Test
    void what_is_no_form_at_all_is_refused() {
        String deep = "[".repeat(100_000);
        for (String text :
                new String[] {"", "null", "[]", "{}", "\"", "{\"format\":1", SMALL + SMALL, deep, "\u0000"}) {
            CompiledForm.Reading reading = CompiledForm.read(text);
            assertThat(reading.agreement()).isEmpty();
            assertThat(reading.diagnostics()).extracting(it -> it.code()).containsExactly(Code.E0902);
        }
    }

    @Test
    void another_order_or_another_writing_of_a_figure_is_refused_because_its_hash_would_differ() {
        String reordered = SMALL.replaceFirst("\\{\"agreement\":(.*),\"format\":1}", "{\"format\":1,\"agreement\":$1}");
        for (String other : new String[] {reordered, SMALL.replace("\"0.2\"", "\"0.20\"")}) {
            assertThat(other).isNotEqualTo(SMALL);
            assertThat(CompiledForm.read(other).diagnostics())
                    .singleElement()
                    .satisfies(said -> assertThat(said.message()).contains("canonical"));
        }
    }

    @Test
    void the_longest_sum_that_may_be_written_is_read_back() {
        String sum = "Price is 0.20 EUR per kWh" + " + 0.01 EUR per kWh".repeat(299) + ".";
        CompiledForm form = form(new SourceText("sum", AgreementTexts.SMALL.replace("Price is 0.20 EUR per kWh.", sum)))
                .orElseThrow();
        assertThat(CompiledForm.read(form.json()).agreement().map(CompiledForm::of))
                .hasValue(form);
    }

    private static Optional<CompiledForm> form(SourceText text) {
        return AgreementCompiler.compile(text).agreement().map(CompiledForm::of);
    }
}
