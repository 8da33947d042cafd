package io.smartblocks.dsl.editor;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.dsl.AgreementTexts;
import io.smartblocks.dsl.diagnostic.SourceText;
import io.smartblocks.dsl.syntax.Lexeme;
import io.smartblocks.dsl.syntax.SentenceReader;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HoveringTests {

    private static Explained of(String text, String words) {
        Caret caret = Caret.at(text, words);
        return caret.text().explained(caret.offset() + 1).orElseThrow();
    }

    @Test
    void a_term_shows_its_kind_unit_level_sentence_and_uses() {
        Explained energy = of(AgreementTexts.SMALL, "Energy * Price");

        assertThat(energy.heading()).isEqualTo("Energy, a defined term");
        assertThat(energy.words()).isEqualTo("Energy is the total of Main Meter over Month.");
        assertThat(energy.facts())
                .containsExactly(
                        "In kWh; one value for each Month.",
                        "Uses: Main Meter, Month.",
                        "Used by: clause 1.",
                        "Written in line 12.");
        assertThat(energy.markdown()).startsWith("**Energy, a defined term**\n\n```esco\n");
    }

    @Test
    void a_term_is_explained_while_another_sentence_is_wrong() {
        Explained energy = of(AgreementTexts.SMALL + "Wrong is 5 kWh + 3 EUR.\nhalf a sentence", "Energy * Price");
        assertThat(energy.facts()).contains("In kWh; one value for each Month.");
    }

    @Test
    void a_thing_shows_its_unit_and_interval() {
        assertThat(of(AgreementTexts.SMALL, "Main Meter over").facts()).contains("In kWh; one value every 15 minutes.");
        assertThat(of(AgreementTexts.SMALL, "Seller within").heading()).isEqualTo("Seller, a party");
    }

    @Test
    void a_clause_number_shows_its_clause() {
        Caret number = Caret.in(AgreementTexts.SMALL + "VAT at 9 % is added to clause 1|.");
        assertThat(number.text().explained(number.offset()).orElseThrow().heading())
                .isEqualTo("clause 1, Bill");
    }

    @Test
    void a_plural_period_is_explained_as_the_period() {
        String text = AgreementTexts.SMALL + "Before is the total of Energy over the previous 3 Months.";
        assertThat(of(text, "Months.").heading()).isEqualTo("Month, a period");
    }

    @Test
    void a_name_without_a_meaning_says_so() {
        assertThat(of("Double is 2 * Missing.", "Missing").heading())
                .isEqualTo("Missing: nothing gives it a meaning yet");
    }

    @Test
    void a_step_in_percent_is_said_to_be_one_of_percentage_points() {
        Explained step = of("Malus is 100 EUR for each full 0.1 % of Gap.", "each full");
        assertThat(step.heading()).isEqualTo("for each full 0.1 % of");
        assertThat(step.facts()).anyMatch(fact -> fact.startsWith("The step is in percentage points: 0.1 %"));
        assertThat(of("Malus is 100 EUR for each full 5 kWh of Gap.", "each full")
                        .facts())
                .hasSize(1)
                .allMatch(fact -> fact.startsWith("Once for each whole step"));
    }

    @Test
    void a_keyword_is_explained_with_the_wording_it_belongs_to() {
        Explained half = of(AgreementTexts.SMALL, "half up");
        assertThat(half.heading()).isEqualTo("rounded half up");
        assertThat(of(AgreementTexts.SMALL, "kWh every").heading()).isEqualTo("kWh, a unit");
        assertThat(of("Big is 5 MWh.", "MWh").facts()).containsExactly("1 MWh is 1000 kWh.");
    }

    @Test
    void every_explained_wording_is_made_of_keywords_of_the_language() {
        for (Map.Entry<String, String> help : KeywordHelp.all().entrySet()) {
            List<Lexeme> words = SentenceReader.lexemes(new SourceText("help", help.getKey()));
            assertThat(words).as(help.getKey()).allMatch(word -> word.kind() == Lexeme.Kind.KEYWORD);
            assertThat(help.getValue()).as(help.getKey()).endsWith(".");
        }
    }
}
