package io.smartblocks.dsl.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.smartblocks.dsl.AgreementTexts;
import io.smartblocks.dsl.diagnostic.SourceText;
import io.smartblocks.dsl.format.AgreementFormatter;
import io.smartblocks.dsl.wording.AgreementText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class AgreementDiffTests {

    private static final String OLD = AgreementTexts.SMALL;

    static List<SourceText> agreements() {
        return AgreementTexts.own();
    }

    @ParameterizedTest
    @MethodSource("agreements")
    void layout_makes_no_difference(SourceText source) {
        String untidy = "# a note\n" + source.text().replace(".\n", " .\n\n   ");
        String tidy = AgreementFormatter.format(source).text().orElseThrow();
        assertThat(between(untidy, tidy).changes()).isEmpty();
    }

    @Test
    void the_order_of_sentences_makes_no_difference() {
        String price = "Price is 0.20 EUR per kWh.\n";
        String moved = OLD.replace(price, "").replace("party Seller", price + "party Seller");
        assertThat(DifferenceText.print(between(OLD, moved))).isEqualTo("Both versions say the same.\n");
    }

    @Test
    void the_same_in_other_words_is_told_and_counts_as_equal() {
        Difference difference = between(OLD, OLD.replace("0.20 EUR per kWh", "0.2 EUR / kWh"));
        assertThat(difference.isNone()).isTrue();
        assertThat(DifferenceText.print(difference)).isEqualTo("""
                Terms
                  Price says the same in other words
                    - Price is 0.20 EUR per kWh.
                    + Price is 0.2 EUR / kWh.
                """);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            version 1.0               | version 1.1                   | HEAD             | title and version
            "Europe/Dublin"           | "Europe/Berlin"               | SETTING          | time zone
            31 December 2027          | 30 December 2027              | SETTING          | in force
            half up to 0.01           | down to 0.01                  | SETTING          | money
            "B Ltd"                   | "C Ltd"                       | PARTY            | Buyer
            "meter/1"                 | "meter/2"                     | METER            | Main Meter
            settled 5 working days    | settled 6 working days        | PERIOD           | Month
            0.20 EUR                  | 0.21 EUR                      | TERM             | Price
            within 14 days            | within 15 days                | CLAUSE           | 1
            "Bill"                    | "Invoice"                     | CLAUSE           | 1
            , hold settlement         | , use 0 kWh                   | MISSING_READINGS | Main Meter
            expect no payment         | expect settlement to be held  | SCENARIO         | nothing used
            """, quoteCharacter = '^')
    void each_kind_of_change_is_found_in_its_place(String words, String other, Change.Group group, String name) {
        Difference difference = between(OLD, OLD.replaceFirst(words, other));
        assertThat(difference.isNone()).isFalse();
        assertThat(difference.changes()).singleElement().satisfies(change -> {
            assertThat(change.kind()).isEqualTo(Change.Kind.CHANGED);
            assertThat(change.group()).isEqualTo(group);
            assertThat(change.name()).isEqualTo(name);
            assertThat(change.before()).singleElement().asString().contains(words);
            assertThat(change.after()).singleElement().asString().contains(other);
        });
    }

    @Test
    void what_came_and_what_went_is_told_with_its_words() {
        String more = OLD + "payments of one settlement are set off.\nclause 2 \"Quiet\" reads \"No noise.\".\n";
        assertThat(DifferenceText.print(between(OLD, more))).isEqualTo("""
                Settings
                  set-off added
                    + payments of one settlement are set off.

                Clauses
                  2 added
                    + clause 2 "Quiet" reads "No noise.".
                """);
        assertThat(between(more, OLD).changes())
                .extracting(Change::kind, Change::after)
                .containsOnly(tuple(Change.Kind.REMOVED, List.of()));
    }

    @Test
    void only_the_sentences_of_a_clause_that_differ_are_told() {
        String old = OLD + "clause 2 \"Fees\": Buyer shall pay 5 EUR per kWh * Energy to Seller at settlement.\n"
                + "Buyer shall pay 6 EUR per kWh * Energy to Seller at settlement.\n";
        assertThat(between(old, old.replace("6 EUR", "7 EUR")).changes())
                .containsExactly(new Change(
                        Change.Kind.CHANGED,
                        Change.Group.CLAUSE,
                        "2",
                        List.of("Buyer shall pay 6 EUR per kWh * Energy to Seller at settlement."),
                        List.of("Buyer shall pay 7 EUR per kWh * Energy to Seller at settlement.")));
    }

    private static Difference between(String before, String after) {
        return AgreementDiff.between(read(before), read(after));
    }

    private static AgreementText read(String text) {
        return AgreementText.of(new SourceText("a.esco", text)).orElseThrow();
    }
}
