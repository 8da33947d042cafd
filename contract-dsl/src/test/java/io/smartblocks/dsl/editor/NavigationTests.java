package io.smartblocks.dsl.editor;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.dsl.AgreementTexts;
import io.smartblocks.dsl.diagnostic.SourceText;
import java.util.List;
import org.junit.jupiter.api.Test;

class NavigationTests {

    private static final String TEXT = """
            # Zürich 😀
            party Käufer is "K".
            clause 3.1 "One": Käufer shall pay 1 EUR to Käufer within 3 days after clause 3.10 is paid.
            clause 3.10 "Two": no payment is due under clauses 3.1, 3.10 and 3.1.
            scenario "mild": expect no payment under clause 3.10.
            scenario "harsh" like "mild": expect no payment.
            """;

    @Test
    void a_term_leads_to_its_sentence_also_behind_letters_of_two_units() {
        Caret use = Caret.at(TEXT, "Käufer shall");
        Span definition = use.text().definition(use.offset()).orElseThrow();
        assertThat(definition.start()).isEqualTo(TEXT.indexOf("Käufer"));
        assertThat(use.words(definition)).isEqualTo("Käufer");
        assertThat(use.text().references(use.offset(), true)).hasSize(3);
        assertThat(use.text().references(use.offset(), false)).hasSize(2);
    }

    @Test
    void clause_numbers_are_told_apart_as_texts() {
        Caret one = Caret.at(TEXT, "3.1, 3.10");
        assertThat(one.text().references(one.offset(), true)).hasSize(3);
        assertThat(one.text().definition(one.offset()).orElseThrow().start()).isEqualTo(TEXT.indexOf("3.1 \"One\""));
        Caret ten = Caret.at(TEXT, "3.10 and");
        assertThat(ten.text().references(ten.offset(), true)).hasSize(4);
    }

    @Test
    void a_scenario_leads_to_the_one_it_takes_over() {
        Caret like = Caret.at(TEXT, "mild\": expect no payment.\n");
        Caret use = new Caret(like.text(), TEXT.indexOf("like \"mild") + 7);
        assertThat(use.words(use.text().definition(use.offset()).orElseThrow())).isEqualTo("mild");
        assertThat(use.text().references(use.offset(), true)).hasSize(2);
    }

    @Test
    void a_word_that_is_no_name_leads_nowhere() {
        Caret shall = Caret.at(TEXT, "shall");
        assertThat(shall.text().definition(shall.offset() + 2)).isEmpty();
        assertThat(shall.text().references(shall.offset() + 2, true)).isEmpty();
    }

    @Test
    void the_outline_names_head_things_terms_clauses_and_scenarios() {
        OpenText small = OpenText.of(new SourceText("small", AgreementTexts.SMALL));
        assertThat(small.outline().stream().map(OutlineEntry::name))
                .containsExactly(
                        "contract \"Small\" version 1.0",
                        "Seller",
                        "Buyer",
                        "Main Meter",
                        "Month",
                        "Energy",
                        "Price",
                        "clause 1",
                        "scenario \"nothing used\"");
        assertThat(small.outline())
                .allMatch(entry -> entry.whole().start() <= entry.title().start()
                        && entry.title().end() <= entry.whole().end());
    }

    @Test
    void what_goes_over_several_lines_can_be_folded() {
        List<Span> foldings = OpenText.of(new SourceText("small", "# one\n# two\n" + AgreementTexts.SMALL))
                .foldings();
        assertThat(foldings).hasSize(3);
    }

    @Test
    void colours_follow_the_text_and_never_go_over_a_line() {
        String text =
                "clause 9 \"Long\" reads \"two\r\nlines\".\r\nparty Buyer is \"B\".\r\nDue is Buyer Fee * 2 kWh. # note";
        OpenText open = OpenText.of(new SourceText("t", text));
        List<Colour> colours = open.colours();
        assertThat(colours)
                .allMatch(it -> !text.substring(it.at().start(), it.at().end()).contains("\n"));
        for (int i = 1; i < colours.size(); i++) {
            assertThat(colours.get(i).at().start())
                    .isGreaterThanOrEqualTo(colours.get(i - 1).at().end());
        }
        assertThat(colours.stream()
                        .filter(it -> it.kind() == Colour.Kind.PARTY && it.defining())
                        .map(it -> text.substring(it.at().start(), it.at().end())))
                .containsExactly("Buyer");
        assertThat(colours.stream().filter(it -> it.kind() == Colour.Kind.QUOTED))
                .hasSize(4);
    }
}
