package io.smartblocks.dsl;

import static io.smartblocks.dsl.diagnostic.Code.*;

import java.util.stream.Stream;

/** Faults in what cannot be read. */
final class ReadingRows {

    private ReadingRows() {}

    static Stream<DiagnosticRow> rows() {
        return Stream.of(
                DiagnosticRow.of(E0101, "within", "witin", 15, 44, "`witin`: did you mean `within`?", "write `within`"),
                DiagnosticRow.of(
                        E0101, "0.20 EUR per kWh", "0.20 EUR per kwh", 13, 23, "did you mean `kWh`?", "write `kWh`"),
                DiagnosticRow.of(
                        E0101, "the total of", "The total of", 12, 11, "keywords are lower case", "write `the`"),
                DiagnosticRow.of(
                        E0101,
                        "Energy is the",
                        "output is the",
                        12,
                        1,
                        "`output` is no word of the language",
                        "`Output`"),
                DiagnosticRow.of(
                        E0103,
                        "Energy is the",
                        "energy is the",
                        12,
                        1,
                        "cannot be read from `energy` on",
                        "Capitalised Words: `Energy`"),
                DiagnosticRow.of(
                        E0102,
                        "Ireland\".",
                        "Ireland\"",
                        4,
                        30,
                        "this sentence has no full stop at its end",
                        "write `.`"),
                DiagnosticRow.of(E0102, "no payment.", "no payment", 17, 20, "no full stop", "write `.`"),
                DiagnosticRow.of(E0103, "Price is 0.20", "Price is is 0.20", 13, 10, "cannot be read from `is` on", ""),
                DiagnosticRow.of(E0103, "0.20 EUR", "0,20 EUR", 13, 12, "cannot be read from `20` on", "1,250.75"),
                DiagnosticRow.of(
                        E0103, "over Month.", "over.", 12, 39, "ends too early; expected is `the` or a Term", ""),
                DiagnosticRow.of(
                        E0103, "0.20 EUR per kWh.", "0.20 EUR per kWh..", 13, 27, "no sentence before", "remove it"),
                DiagnosticRow.of(
                        E0103,
                        "Energy * Price to",
                        "5.00 EUR VAT to",
                        15,
                        24,
                        "from `EUR VAT` on",
                        "directly before a Capitalised"),
                DiagnosticRow.of(E0105, "\"Bill\":", "\"Bill:", 14, 10, "no closing quotation mark", "close it"),
                DiagnosticRow.of(
                        E0104, "Price is", "Price € is", 13, 7, "the character `€` has no meaning here", "5 EUR"),
                DiagnosticRow.of(E0105, "is \"B Ltd\".", "is \"B Ltd.", 8, 16, "no closing quotation mark", "close it"),
                DiagnosticRow.of(
                        E0106,
                        "0.20 EUR per kWh",
                        "(".repeat(40) + "1" + ")".repeat(40),
                        13,
                        42,
                        "nested too deeply",
                        "name"),
                DiagnosticRow.of(
                        E0107,
                        "to 31 December",
                        "to 31 November",
                        2,
                        33,
                        "there is no day `31 November 2027`",
                        "28 Feb"),
                DiagnosticRow.of(
                        E0107, "every 15 minutes", "every 1.5 hours", 9, 34, "`1.5` is no count", "smaller unit"),
                DiagnosticRow.of(
                        E0108,
                        "Price is 0.20 EUR per kWh.",
                        "settlement is held.",
                        13,
                        1,
                        "stands in no clause",
                        "begin it"),
                DiagnosticRow.of(
                        E0108,
                        "party Buyer",
                        "settle Month starting 1 May 2027.\nparty Buyer",
                        8,
                        1,
                        "no scenario",
                        "scenario"),
                DiagnosticRow.of(
                        E0110,
                        "0.20 EUR",
                        "0." + "1".repeat(50) + " EUR",
                        13,
                        10,
                        "this number has 52 digits",
                        "fewer"),
                DiagnosticRow.of(
                        E0103,
                        "Energy * Price to",
                        "Pay 388.13 EUR to",
                        15,
                        19,
                        "`Pay 388` is read as one Term",
                        "`pay`"),
                DiagnosticRow.of(
                        E0103, "Price is 0.20", "Price 0.20", 13, 1, "`Price 0` is read as one Term", "`Price is`"),
                DiagnosticRow.of(
                        E0103, "\"Bill\":", "\"Bill\"", 15, 3, "cannot be read from `Buyer`", "write `:` before it"),
                DiagnosticRow.of(
                        E0103,
                        "Buyer shall",
                        "when Energy is above 5 kWh Buyer shall",
                        15,
                        30,
                        "from `Buyer` on",
                        "write `,`"),
                DiagnosticRow.of(
                        E0103,
                        "Price is 0.20",
                        "Price is is 0.20",
                        13,
                        10,
                        "cannot be read from `is` on",
                        "leave out `is`"),
                DiagnosticRow.of(
                        E0103,
                        "Buyer shall",
                        "when Energy is above 5 kWh and Energy is below 9 kWh or Energy is equal to 0 kWh, Buyer shall",
                        15,
                        56,
                        "cannot be read from `or` on",
                        "parentheses"),
                DiagnosticRow.of(E0103, "to Seller within", "within", 15, 65, "ends too early", "say to whom"),
                DiagnosticRow.of(
                        E0103,
                        "0.20 EUR per kWh.",
                        "0.20 EUR per kWh when Energy is above 5 kWh.",
                        13,
                        53,
                        "ends too early",
                        "otherwise"),
                DiagnosticRow.of(
                        E0103,
                        "from 1 January 2027 to",
                        "from January 1, 2027 to",
                        2,
                        24,
                        "from `,` on",
                        "`1 January 2027`"),
                DiagnosticRow.of(
                        E0101, "0.20 EUR", "20 ct", 13, 13, "`ct` is no word of the language", "units are such as"),
                DiagnosticRow.of(
                        E0104,
                        "\"B Ltd\"",
                        "\u201cB Ltd\u201d",
                        8,
                        16,
                        "has no meaning here",
                        "straight quotation marks"),
                DiagnosticRow.of(
                        E0104,
                        "B Ltd",
                        "B \u202eLtd\u202c",
                        8,
                        19,
                        "U+202E (RIGHT-TO-LEFT OVERRIDE) cannot be seen",
                        "remove it"),
                DiagnosticRow.of(
                        E0104,
                        "Price is",
                        "Pri\u200bce is",
                        13,
                        4,
                        "U+200B (ZERO WIDTH SPACE) cannot be seen",
                        "remove it"),
                DiagnosticRow.of(E0104, "0.20 EUR", "0.20 # \u2066\n EUR", 13, 17, "U+2066", "remove it"),
                DiagnosticRow.of(E0104, "Price", "Pru\u0308fpreis", 13, 3, "`\u00fc` is written in two parts", "NFC"),
                DiagnosticRow.of(
                        E0106, "B Ltd", "B".repeat(2_000_000), 1, 1, "at most 2,000,000 are read", "file of readings"),
                DiagnosticRow.of(E0107, "every 1 month", "every 6 hours", 10, 1, "a period lasts days", "whole days"),
                DiagnosticRow.of(
                        E0107,
                        "settled 5 working days",
                        "settled 5 hours",
                        10,
                        1,
                        "a settlement waits for days",
                        "whole days"),
                DiagnosticRow.of(
                        E0111, "Energy * Price", "\u0415nergy * Price", 15, 19, "mixes two alphabets", "one alphabet"));
    }
}
