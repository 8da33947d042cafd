package io.smartblocks.portal.words;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.portal.words.Deed.Paragraph;
import io.smartblocks.portal.words.Deed.Section;
import io.smartblocks.portal.words.Deed.Span;
import io.smartblocks.portal.words.Deed.Tone;
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
                .extracting(Paragraph::words)
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
    void answers_and_gaps_are_marked_where_they_stand() {
        String text = "party Client is \"%s\".\nDay Price is %s.\nin force from %s to %s.\n"
                .formatted(
                        Marks.answer("Nimbus Campus DAC"),
                        Marks.wrong("0. 5 EUR"),
                        Marks.wrong("1.12.2026"),
                        Marks.gap("End Date"));

        Deed deed = Deed.marked(text);

        assertThat(deed.sections())
                .flatExtracting(Section::paragraphs)
                .flatExtracting(Paragraph::spans)
                .containsExactly(
                        new Span(Tone.PLAIN, "party "),
                        new Span(Tone.TERM, "Client"),
                        new Span(Tone.PLAIN, " is “"),
                        new Span(Tone.ANSWER, "Nimbus Campus DAC"),
                        new Span(Tone.PLAIN, "”."),
                        new Span(Tone.TERM, "Day Price"),
                        new Span(Tone.PLAIN, " is "),
                        new Span(Tone.WRONG, "0. 5 EUR"),
                        new Span(Tone.PLAIN, "."),
                        new Span(Tone.PLAIN, "in force from "),
                        new Span(Tone.WRONG, "1.12.2026"),
                        new Span(Tone.PLAIN, " to "),
                        new Span(Tone.GAP, "End Date"),
                        new Span(Tone.PLAIN, "."));
    }

    @Test
    void an_agreement_is_read_without_marks() {
        Paragraph definition = Deed.of("Day Price is " + Marks.answer("5 EUR") + ".")
                .definition("Day Price")
                .orElseThrow();

        assertThat(definition.spans()).extracting(Span::tone).containsExactly(Tone.TERM, Tone.PLAIN);
    }
}
