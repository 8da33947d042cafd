package io.smartblocks.dsl.editor;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.dsl.AgreementTexts;
import io.smartblocks.dsl.diagnostic.SourceText;
import io.smartblocks.dsl.syntax.SentenceReader;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SuggestionsTests {

    private static final String BEFORE = """
            party Seller is "S Ltd".
            party Buyer is "B Ltd".
            meter Main Meter reads kWh every 15 minutes from "meter/1".
            index Market Price is published in EUR per MWh every 1 month by "X".
            period Month is every 1 month from 1 January 2027, settled 5 working days after its end.
            period Year is every 1 year from 1 January 2027, settled 5 working days after its end.
            season Winter is 1 November to 31 March.
            asset Certificate is counted in certificates.
            fact Heated Area in m2 is 8,400 m2, stated by Seller, confirmed by Buyer.
            Energy is the total of Main Meter over Month.
            clause 3.1 "Bill": Buyer shall pay Energy * 0.2 EUR per kWh to Seller within 14 days after settlement.
            clause 3.10 "Fee": Buyer shall pay 5 EUR to Seller within 14 days after settlement.
            scenario "mild": expect no payment.
            """;

    private static List<String> after(String half) {
        return Caret.in(BEFORE + half + "|").labels();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            clause 4 "X": Buyer shall pay Energy to ; Seller, Buyer
            clause 4 "X": Buyer shall pay Energy to S; Seller
            fact Rooms in m2 is 1 m2, stated by Buyer, confirmed by ; Seller, Buyer
            fact Rooms in m2 is 1 m2, stated by Buyer, confirmed by Buyer, ; Seller, Buyer
            Peak is the highest of Main Meter over ; Month, Year
            Peak is the highest of Energy over the previous 3 ; Months, Years
            Cap is 5 EUR, at most 9 EUR in each ; Month, Year
            Longest is the hours of ; Month, Year
            Old is the previous ; Energy
            Spot is the value of ; Market Price
            Cold is the degree hours of ; Main Meter
            Night is the total of Main Meter in ; Winter
            when readings of ; Main Meter
            settle ; Month, Year
            given no readings of ; Main Meter
            expect ; Seller, Buyer
            clause 4 "X": Seller shall transfer 5 certificates of ; Certificate
            """)
    void the_names_that_fit_come_first(String half, String names) {
        List<String> expected = List.of(names.split(", "));
        boolean alsoValues = half.startsWith("expect") || half.endsWith("certificates of");
        List<String> others = Stream.of("Seller", "Month", "Main Meter", "Winter", "Energy", "Certificate")
                .filter(name -> !expected.contains(name) && !alsoValues)
                .toList();
        assertThat(after(half + (half.endsWith(" S") ? "" : " ")))
                .startsWith(expected.toArray(String[]::new))
                .noneMatch(others::contains);
    }

    @Test
    void where_a_value_is_wanted_everything_with_a_value_is_offered_and_no_party() {
        assertThat(after("Double is ")).contains("Energy", "Main Meter", "Market Price", "Heated Area");
        assertThat(after("Double is ")).doesNotContain("Seller", "Month", "Winter", "Certificate");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            due          ; due dates roll to the next working day
            Buyer shall  ; pay
            Peak is the  ; highest of
            Peak is the  ; amount due by
            Peak is 5 kWh; , at least
            Peak is 5 kWh; , rounded half up to
            when readings of Main Meter are missing, hold settlement ; , notify
            Peak is 1 when it ; is
            """)
    void keywords_that_belong_together_are_one_wording(String half, String wording) {
        String words = half.strip();
        boolean begun = words.equals("due");
        assertThat(after(words + (begun ? "" : " "))).contains(wording);
    }

    @Test
    void clause_numbers_are_texts_and_a_new_clause_gets_the_next_number() {
        assertThat(after("VAT at 9 % is added to clause ")).containsExactly("3.1", "3.10");
        assertThat(after("VAT at 9 % is added to clause 3.1")).containsExactly("3.1", "3.10");
        assertThat(after("VAT at 9 % is added to clause 3.")).containsExactly("3.1", "3.10");
        assertThat(after("clause ")).containsExactly("4", "3.1", "3.10");
    }

    @Test
    void after_a_number_come_units_those_of_the_text_first() {
        assertThat(after("Price is 5 ").subList(0, 3)).containsExactly("kWh", "EUR", "MWh");
        assertThat(after("Price is 5 ")).contains("degree days", "hours", "°C");
        assertThat(after("Price is 5 M"))
                .startsWith("MWh")
                .allMatch(unit -> unit.toLowerCase().startsWith("m"));
        assertThat(after("Price is 5 EUR per k")).startsWith("kWh");
    }

    @Test
    void quoted_words_are_offered_where_they_are_known() {
        assertThat(after("time zone \"Europe/D")).contains("Europe/Dublin").doesNotContain("Europe/Berlin");
        assertThat(after("working days follow \"Ire")).containsExactly("Ireland");
        assertThat(after("scenario \"harsh\" like \"")).containsExactly("mild");
        assertThat(after("party Third is \"")).isEmpty();
    }

    @Test
    void a_term_that_is_used_but_has_no_meaning_is_offered_as_a_new_one() {
        String text = "Double is 2 * Missing Term.\n|";
        assertThat(Caret.in(text).labels()).contains("Missing Term");
    }

    @Test
    void a_sentence_before_that_lacks_its_full_stop_hides_nothing() {
        assertThat(after("Price is 5 EUR per kWh\nclause 4 \"X\": Buyer shall pay Energy to "))
                .startsWith("Seller", "Buyer");
        assertThat(after("Price is 5 EUR per kWh\nti")).contains("time zone");
        assertThat(after("Price is nonsense nonsense\nclause 4 \"X\": Buyer shall pay Energy to "))
                .startsWith("Seller", "Buyer");
    }

    @Test
    void what_is_there_already_is_replaced_and_what_follows_stays() {
        Caret caret =
                Caret.in(BEFORE + "clause 4 \"X\": Buyer shall pay Energy to Se| within 3 days after settlement.");
        Suggestion seller = caret.text().suggestions(caret.offset()).get(0);
        assertThat(seller.label()).isEqualTo("Seller");
        assertThat(caret.words(seller.at())).isEqualTo("Se");
    }

    @Test
    void inside_a_note_nothing_is_offered() {
        assertThat(after("# the p")).isEmpty();
    }

    @Test
    void at_the_beginning_whole_sentences_are_offered_with_gaps() {
        Caret caret = Caret.in("par|");
        Suggestion party = caret.text().suggestions(3).stream()
                .filter(it ->
                        it.kind() == Suggestion.Kind.SENTENCE && it.label().startsWith("party"))
                .findFirst()
                .orElseThrow();
        assertThat(party.snippet()).isEqualTo("party ${1:Seller} is \"${2:legal name}\".");
        assertThat(party.plain()).isEqualTo("party Seller is \"legal name\".");
    }

    static List<Models.Model> models() {
        return Models.all();
    }

    @ParameterizedTest
    @MethodSource("models")
    void every_model_sentence_can_be_read(Models.Model model) {
        SentenceReader.Reading reading = SentenceReader.read(new SourceText("model", model.plain()));
        assertThat(reading.diagnostics().stream().filter(it -> it.code().name().compareTo("E0108") < 0))
                .isEmpty();
    }

    @Test
    void each_kind_of_sentence_is_offered_at_the_beginning_also_one_without_a_model() {
        List<String> labels = Caret.in("|").labels();
        assertThat(AgreementTexts.own().stream()
                        .flatMap(text -> SentenceReader.read(text).document().sentences().stream()
                                .map(sentence -> text.words(sentence.at()).split(" ")[0]))
                        .filter(word -> Character.isLowerCase(word.charAt(0)))
                        .distinct())
                .allMatch(word -> labels.stream().anyMatch(label -> label.startsWith(word)));
    }
}
