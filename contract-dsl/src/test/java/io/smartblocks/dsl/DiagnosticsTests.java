package io.smartblocks.dsl;

import static io.smartblocks.dsl.diagnostic.Code.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.dsl.diagnostic.Code;
import io.smartblocks.dsl.diagnostic.Diagnostic;
import io.smartblocks.dsl.diagnostic.SourceText;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DiagnosticsTests {

    private static final Set<Code> OF_TEMPLATES = Set.of(E0801, E0802, E0803, E0804);

    private static final String SETTLEMENT = "within 14 days after settlement";

    /** In the small agreement {@code from} is replaced by {@code to}; this is then said, there, with that help. */
    record Row(Code code, String from, String to, int line, int column, String message, String help) {
        @Override
        public String toString() {
            return code + " " + to;
        }
    }

    static Stream<Row> rows() {
        return Stream.of(
                row(E0101, "within", "witin", 15, 44, "`witin`: did you mean `within`?", "write `within`"),
                row(E0101, "0.20 EUR per kWh", "0.20 EUR per kwh", 13, 23, "did you mean `kWh`?", "write `kWh`"),
                row(E0101, "the total of", "The total of", 12, 11, "keywords are lower case", "write `the`"),
                row(E0101, "Energy is the", "energy is the", 12, 1, "`energy` is no word of the language", "`Energy`"),
                row(E0102, "Ireland\".", "Ireland\"", 4, 30, "this sentence has no full stop at its end", "write `.`"),
                row(E0102, "no payment.", "no payment", 17, 20, "no full stop", "write `.`"),
                row(E0103, "Price is 0.20", "Price is is 0.20", 13, 10, "cannot be read from `is` on", ""),
                row(E0103, "0.20 EUR", "0,20 EUR", 13, 12, "cannot be read from `20` on", "1,250.75"),
                row(E0103, "over Month.", "over.", 12, 39, "ends too early; expected is `the` or a Term", ""),
                row(E0103, "0.20 EUR per kWh.", "0.20 EUR per kWh..", 13, 27, "no sentence before", "remove it"),
                row(
                        E0103,
                        "Energy * Price to",
                        "5.00 EUR VAT to",
                        15,
                        24,
                        "from `EUR VAT` on",
                        "directly before a Capitalised"),
                row(E0105, "\"Bill\":", "\"Bill:", 14, 10, "no closing quotation mark", "close it"),
                row(E0104, "Price is", "Price € is", 13, 7, "the character `€` has no meaning here", "quotes"),
                row(E0105, "is \"B Ltd\".", "is \"B Ltd.", 8, 16, "no closing quotation mark", "close it"),
                row(
                        E0106,
                        "0.20 EUR per kWh",
                        "(".repeat(40) + "1" + ")".repeat(40),
                        13,
                        42,
                        "nested too deeply",
                        "name"),
                row(E0107, "to 31 December", "to 31 November", 2, 33, "there is no day `31 November 2027`", "28 Feb"),
                row(E0107, "every 15 minutes", "every 1.5 hours", 9, 34, "`1.5` is no count", "smaller unit"),
                row(
                        E0108,
                        "Price is 0.20 EUR per kWh.",
                        "settlement is held.",
                        13,
                        1,
                        "stands in no clause",
                        "begin it"),
                row(
                        E0108,
                        "party Buyer",
                        "settle Month starting 1 May 2027.\nparty Buyer",
                        8,
                        1,
                        "no scenario",
                        "scenario"),
                row(
                        E0109,
                        "Price is 0.20 EUR per kWh",
                        "asset Coin is counted in coins",
                        13,
                        1,
                        "not yet settled",
                        "prose"),
                row(E0110, "0.20 EUR", "0." + "1".repeat(50) + " EUR", 13, 10, "this number has 52 digits", "fewer"),
                row(
                        E0201,
                        "Energy * Price",
                        "Enery * Price",
                        15,
                        19,
                        "`Enery` has no meaning",
                        "did you mean `Energy`?"),
                row(
                        E0202,
                        "Price is 0.20",
                        "Energy is 0.20",
                        13,
                        1,
                        "`Energy` is given a meaning twice",
                        "another name"),
                row(E0203, SETTLEMENT, "within 14 days after clause 11 is paid", 15, 72, "no clause 11", "mean `1`"),
                row(E0204, "Energy * Price", "Month * Price", 15, 19, "`Month` is a period; here a value", ""),
                row(E0205, "scenario \"nothing used\"", "scenario \"b\" like \"c\"", 16, 19, "no scenario \"c\"", ""),
                row(
                        E0206,
                        "Price is 0.20 EUR per kWh",
                        "Price is 2 * Price",
                        13,
                        1,
                        "`Price` is defined by itself",
                        "previous"),
                row(
                        E0207,
                        "0.20 EUR per kWh",
                        "the previous Price",
                        13,
                        10,
                        "no value before its first period",
                        "starting"),
                row(
                        E0301,
                        "total of Main Meter over Month",
                        "total of Main Meter over Month + 5 EUR",
                        12,
                        48,
                        "the two sides of this sum have different units",
                        "EUR per kWh"),
                row(
                        E0301,
                        "0.20 EUR per kWh",
                        "0.20 EUR per kWh, at least 0",
                        13,
                        37,
                        "another unit",
                        "`0 EUR per kWh`"),
                row(
                        E0302,
                        "Energy * Price to",
                        "Energy to",
                        15,
                        19,
                        "must be money in EUR; this is kWh",
                        "EUR per kWh"),
                row(
                        E0303,
                        "Energy * Price",
                        "Main Meter * Price",
                        15,
                        19,
                        "a clause cannot have a value for each reading",
                        "the total of … over Month"),
                row(
                        E0304,
                        "total of Main Meter",
                        "total of Price",
                        12,
                        24,
                        "nothing to take the total of",
                        "aggregate a"),
                row(E0305, "Energy * Price to", "5 EUR to", 15, 3, "nothing says for which period", "for each Month,"),
                row(
                        E0401,
                        "clause 1 \"Bill\":",
                        "clause 1 \"Bill\" is an exception to clause 1:",
                        14,
                        1,
                        "an exception to itself",
                        "leave out"),
                row(
                        E0402,
                        "scenario \"nothing used\"",
                        "clause 2 \"Way out\" is an exception to clause 1:\n"
                                + "  when clause 1 is breached, Buyer may terminate on 9 days notice.\nscenario \"x\"",
                        16,
                        1,
                        "clause 2 changes nothing",
                        "no payment is due under clause 1"),
                row(
                        E0501,
                        "0.20 EUR per kWh",
                        "0.20 EUR per kWh when Energy is above 5 kWh;\n"
                                + "  0.30 EUR per kWh when Energy is above 9 kWh; 0.10 EUR per kWh otherwise",
                        14,
                        3,
                        "can hold at the same time",
                        "exclude each other"),
                row(
                        W0502,
                        "0.20 EUR per kWh",
                        "0.20 EUR per kWh when Energy is between 9 kWh and 5 kWh;" + " 0.10 EUR per kWh otherwise",
                        13,
                        10,
                        "can never hold",
                        "smaller figure first"),
                row(
                        E0601,
                        "time zone \"Europe/Dublin\".",
                        "",
                        1,
                        1,
                        "required sentence is missing: `time zone",
                        "add it"),
                row(W0602, "due dates roll to the next working day.", "", 1, 1, "it stays as it is", "due dates roll"),
                row(W0602, ", settled 5 working days after its end", "", 10, 1, "when `Month` is settled", "settled 5"),
                row(
                        W0602,
                        "when readings of Main Meter are missing, hold settlement.",
                        "",
                        9,
                        1,
                        "are missing",
                        "say it"),
                row(E0603, "party Buyer", "time zone \"UTC\".\nparty Buyer", 8, 1, "this is said twice", "remove one"),
                row(E0604, "Europe/Dublin", "Europe/Atlantis", 3, 11, "no time zone \"Europe/Atlantis\"", "Dublin"),
                row(E0605, "31 December 2027", "31 December 2026", 2, 1, "would end before it begins", "earlier day"),
                row(
                        W0701,
                        "Energy * Price to",
                        "Energy * 1 EUR per kWh to",
                        13,
                        1,
                        "`Price` is given a meaning but never",
                        "use it"),
                row(
                        W0702,
                        "Buyer shall",
                        "when it is a working day, Buyer shall",
                        15,
                        8,
                        "asked of a whole Month",
                        "aggregate"),
                row(W0703, "Energy * Price to", "Energy / Energy * Energy * Price to", 15, 28, "may be zero", "when"),
                row(
                        W0704,
                        "scenario \"nothing used\"",
                        "  when Energy is above 5 kWh, Buyer shall pay 1 EUR to Seller at "
                                + "settlement.\n  Buyer shall pay Energy * Price to Seller at settlement.\nscenario \"x\"",
                        17,
                        3,
                        "does not govern this sentence",
                        "repeat the condition"),
                row(N0705, "expect no payment", "expect Energy to be 0 kWh", 14, 1, "no scenario shows", "to pay"));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void a_fault_is_named_where_it_is_with_a_way_to_mend_it(Row row) {
        assertThat(AgreementTexts.SMALL).contains(row.from());
        SourceText text = new SourceText("t.esco", AgreementTexts.SMALL.replace(row.from(), row.to()));

        List<Diagnostic> said = AgreementCompiler.compile(text).diagnostics();

        assertThat(said).as("what is said: %s", said).anySatisfy(diagnostic -> {
            assertThat(diagnostic.code()).isEqualTo(row.code());
            assertThat(diagnostic.message()).contains(row.message());
            assertThat(diagnostic.range().line()).isEqualTo(row.line());
            assertThat(diagnostic.range().column()).isEqualTo(row.column());
            assertThat(diagnostic.fixes().stream().map(Diagnostic.Fix::text).collect(Collectors.joining(" ")))
                    .contains(row.help());
        });
    }

    @Test
    void every_code_has_a_row() {
        Set<Code> covered = rows().map(Row::code).collect(Collectors.toSet());
        assertThat(Arrays.stream(Code.values()).filter(code -> !OF_TEMPLATES.contains(code)))
                .allSatisfy(code -> assertThat(covered).contains(code));
    }

    @Test
    void the_small_agreement_has_nothing_to_say_about() {
        Compilation compilation = AgreementCompiler.compile(new SourceText("small.esco", AgreementTexts.SMALL));
        assertThat(compilation.diagnostics()).isEmpty();
        assertThat(compilation.agreement()).isPresent();
        assertThat(compilation.openQuestions()).isEmpty();
    }

    @Test
    void one_error_never_hides_the_rest() {
        String faulty = AgreementTexts.SMALL
                .replace("Ireland\".", "Ireland\"")
                .replace("meter Main Meter reads", "meter Main Meter raeds")
                .replace("Price is 0.20 EUR per kWh.", "Price is 0.20 EUR per per kWh.")
                .replace("within 14 days", "witin 14 days")
                .replace("expect no payment", "expect nothing");

        List<Diagnostic> said =
                AgreementCompiler.compile(new SourceText("t.esco", faulty)).diagnostics();

        assertThat(said).extracting(it -> it.range().line()).containsExactly(4, 9, 13, 15, 17);
        assertThat(said).extracting(Diagnostic::code).containsExactly(E0102, E0101, E0103, E0101, E0101);
    }

    @Test
    void faults_of_meaning_are_reported_beside_faults_of_reading() {
        String faulty = AgreementTexts.SMALL
                .replace("Price is 0.20", "Price is is 0.20")
                .replace("total of Main Meter over Month", "total of Main Meter over Month + 5 EUR");

        assertThat(AgreementCompiler.compile(new SourceText("t.esco", faulty)).diagnostics())
                .extracting(Diagnostic::code)
                .containsExactly(E0301, E0103);
    }

    private static Row row(Code code, String from, String to, int line, int column, String message, String help) {
        return new Row(code, from, to, line, column, message, help);
    }
}
