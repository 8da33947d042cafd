package io.smartblocks.portal.words;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.portal.words.Deed.Paragraph;
import io.smartblocks.portal.words.Deed.Section;
import io.smartblocks.portal.words.Deed.Span;
import io.smartblocks.portal.words.Deed.Tone;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DeedTests {

    private static final String TEXT = """
            contract "Supply" version 1.0.
            party Client is "Nimbus Campus DAC".

            # Prices
            Day Price is 0.1974 EUR per kWh.

            clause 1 "Local time" reads "Hours are hours of the clock.".
            clause 2.1 "Supply":
              Client shall pay Day Energy * Day Price to Supplier, described as "energy day".
              Client shall pay 40.00 EUR to Supplier.
            """;

    @Test
    void clauses_stand_under_their_numbers_with_all_their_sentences() {
        Section clause = Deed.of(TEXT).clause("2.1").orElseThrow();

        assertThat(clause.title()).isEqualTo("Supply");
        assertThat(clause.paragraphs())
                .extracting(DeedTests::words)
                .containsExactly(
                        "Client shall pay Day Energy × Day Price to Supplier, described as “energy day”.",
                        "Client shall pay 40.00 EUR to Supplier.");
    }

    @Test
    void prose_defines_nothing() {
        Section clause = Deed.of(TEXT).clause("1").orElseThrow();

        assertThat(clause.paragraphs()).hasSize(1);
        assertThat(clause.paragraphs().get(0).spans())
                .containsExactly(new Span(Tone.PLAIN, "Hours are hours of the clock."));
    }

    @Test
    void a_definition_is_found_by_its_term_and_sets_it_apart() {
        Paragraph definition = Deed.of(TEXT).definition("Day Price").orElseThrow();

        assertThat(definition.spans())
                .containsExactly(new Span(Tone.TERM, "Day Price"), new Span(Tone.PLAIN, " is 0.1974 EUR per kWh."));
    }

    @Test
    void a_comment_heads_the_sentences_below_it() {
        assertThat(Deed.of(TEXT).sections()).extracting(Section::title).contains("Prices");
    }

    @Test
    void answers_are_marked_in_the_sentences_they_belong_to() {
        Marks marks = new Marks(Map.of("Day Price", "0.1974"), Set.of("Day Price"));

        Paragraph definition = Deed.of(TEXT, marks).definition("Day Price").orElseThrow();

        assertThat(definition.spans()).contains(new Span(Tone.WRONG, "0.1974"));
    }

    private static String words(Paragraph paragraph) {
        return paragraph.spans().stream().map(Span::words).collect(joining());
    }
}
