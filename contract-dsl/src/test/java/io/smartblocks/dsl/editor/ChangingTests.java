package io.smartblocks.dsl.editor;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.dsl.AgreementCompiler;
import io.smartblocks.dsl.AgreementTexts;
import io.smartblocks.dsl.diagnostic.SourceText;
import io.smartblocks.dsl.format.AgreementFormatter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangingTests {

    private static final String MORE = AgreementTexts.SMALL + """
            Before is the total of Energy over the previous 3  Months.
            VAT at 9 % is added to clause 1.
            scenario "more" like "nothing used": expect no payment under clause 1.
            """;

    private static String renamed(String text, String words, String name) {
        Caret caret = Caret.at(text, words);
        Renamed renamed = caret.text().renamed(caret.offset(), name);
        assertThat(renamed).isInstanceOf(Renamed.Changes.class);
        return Change.applied(text, ((Renamed.Changes) renamed).changes());
    }

    @Test
    void a_term_is_renamed_wherever_it_is_used_and_the_agreement_stays_one() {
        String changed = renamed(AgreementTexts.SMALL, "Main Meter over", "Grid Meter");
        assertThat(changed).doesNotContain("Main Meter").contains("total of Grid Meter over");
        assertThat(AgreementCompiler.compile(new SourceText("t", changed)).agreement())
                .isPresent();
    }

    @Test
    void a_plural_period_is_renamed_too_and_may_be_renamed_by_its_plural() {
        assertThat(renamed(MORE, "Month is every", "Billing Month"))
                .contains("previous 3  Billing Months.")
                .contains("over Billing Month.");
        assertThat(renamed(MORE, "Months.", "Quarters"))
                .contains("period Quarter is")
                .contains("previous 3  Quarters.");
    }

    @Test
    void a_clause_and_a_scenario_are_renamed_wherever_they_are_named() {
        String text = MORE.replace("clause 1 ", "clause 3.1 ").replace("clause 1.", "clause 3.1.");
        assertThat(renamed(text, "3.1 \"Bill", "3.10"))
                .contains("clause 3.10 \"Bill\"")
                .contains("to clause 3.10.")
                .contains("under clause 3.10.");
        assertThat(renamed(MORE, "nothing used\":", "idle"))
                .contains("scenario \"idle\":")
                .contains("like \"idle\":");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Energy *    | Price      | `Price` is in use already
            Energy *    | Months     | `Month` is in use already
            Energy *    | kWh        | `kWh` is a unit
            Energy *    | A          | `A` is a unit
            Energy *    | over       | `over` is a keyword
            Energy *    | VAT        | `VAT` is a keyword
            Energy *    | usage      | `usage` is no Term
            Energy *    | Energy. X  | is no Term
            Energy *    | ''         | is no Term
            1 "Bill     | one        | `one` is no clause number
            1 "Bill     | 1,000      | is no clause number
            nothing     | more       | There is a scenario "more" already
            shall       | Energy     | nothing to rename
            """)
    void a_name_that_will_not_do_is_refused_with_the_reason(String words, String name, String reason) {
        Caret caret = Caret.at(MORE, words.strip());
        Renamed renamed = caret.text().renamed(caret.offset() + 1, name);
        if (words.strip().startsWith("1")) {
            renamed = caret.text().renamed(caret.offset(), name);
        }
        assertThat(renamed).isInstanceOf(Renamed.Refused.class);
        assertThat(((Renamed.Refused) renamed).message()).contains(reason);
    }

    @Test
    void laying_out_changes_white_space_alone_and_gives_the_canonical_text() {
        for (SourceText source : AgreementTexts.own()) {
            String untidy = source.text().replace(" is ", "  is\t").replace("\n\n", "\n\n\n\n");
            OpenText open = OpenText.of(new SourceText("t", untidy));
            LaidOut laidOut = open.laidOut();
            assertThat(laidOut.errors()).isEmpty();
            assertThat(laidOut.changes())
                    .allMatch(change -> change.replacement().isBlank());
            assertThat(Change.applied(untidy, laidOut.changes()))
                    .isEqualTo(AgreementFormatter.format(new SourceText("t", untidy))
                            .text()
                            .orElseThrow());
        }
    }

    @Test
    void line_ends_stay_as_the_text_has_them() {
        String windows = "party   Seller is \"S\".\r\nPrice is   5 EUR.\r\n";
        LaidOut laidOut = OpenText.of(new SourceText("t", windows)).laidOut();
        assertThat(Change.applied(windows, laidOut.changes()))
                .isEqualTo("party Seller is \"S\".\r\nPrice is 5 EUR.\r\n");
    }

    @Test
    void a_stretch_is_laid_out_alone() {
        String text = "party   Seller is \"S\".\nPrice is   5 EUR.\n";
        LaidOut laidOut =
                OpenText.of(new SourceText("t", text)).laidOut(new Span(text.indexOf("Price"), text.length()));
        assertThat(Change.applied(text, laidOut.changes())).isEqualTo("party   Seller is \"S\".\nPrice is 5 EUR.\n");
    }

    @Test
    void a_text_that_cannot_be_read_is_not_laid_out_and_says_why() {
        LaidOut laidOut = OpenText.of(new SourceText("t", "Price   is 5 EUR\nPrice is is."))
                .laidOut();
        assertThat(laidOut.changes()).isEmpty();
        assertThat(laidOut.errors()).isNotEmpty();
    }

    @Test
    void what_the_compiler_can_mend_is_offered_where_it_is_wrong() {
        String text = AgreementTexts.SMALL.replace("Energy * Price", "Enrgy * Price");
        OpenText open = OpenText.of(new SourceText("t", text));
        int at = text.indexOf("Enrgy");
        List<Mending> mendings = open.mendings(new Span(at, at));
        assertThat(mendings).hasSize(1);
        assertThat(Change.applied(text, List.of(mendings.get(0).change()))).isEqualTo(AgreementTexts.SMALL);
        assertThat(open.mendings(new Span(0, 3))).isEmpty();
    }
}
