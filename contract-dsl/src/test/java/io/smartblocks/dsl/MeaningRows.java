package io.smartblocks.dsl;

import static io.smartblocks.dsl.diagnostic.Code.*;

import java.util.stream.Stream;

/** Faults in names, units, levels, exceptions and cases. */
final class MeaningRows {

    private static final String SETTLEMENT = "within 14 days after settlement";

    private MeaningRows() {}

    static Stream<DiagnosticRow> rows() {
        return Stream.of(
                DiagnosticRow.of(
                        E0201,
                        "Energy * Price",
                        "Enery * Price",
                        15,
                        19,
                        "`Enery` has no meaning",
                        "did you mean `Energy`?"),
                DiagnosticRow.of(
                        E0202,
                        "Price is 0.20",
                        "Energy is 0.20",
                        13,
                        1,
                        "`Energy` is given a meaning twice",
                        "another name"),
                DiagnosticRow.of(
                        E0203,
                        SETTLEMENT,
                        "within 14 days after clause 11 is paid",
                        15,
                        72,
                        "no clause 11",
                        "mean `1`"),
                DiagnosticRow.of(
                        E0204, "Energy * Price", "Month * Price", 15, 19, "`Month` is a period; here a value", ""),
                DiagnosticRow.of(
                        E0205,
                        "scenario \"nothing used\"",
                        "scenario \"b\" like \"c\"",
                        16,
                        19,
                        "no scenario \"c\"",
                        ""),
                DiagnosticRow.of(
                        E0206,
                        "Price is 0.20 EUR per kWh",
                        "Price is 2 * Price",
                        13,
                        1,
                        "`Price` is defined by itself",
                        "previous"),
                DiagnosticRow.of(
                        E0207,
                        "0.20 EUR per kWh",
                        "the previous Price",
                        13,
                        10,
                        "no value before its first period",
                        "starting"),
                DiagnosticRow.of(
                        E0307,
                        "Price is 0.20 EUR per kWh",
                        "period Week is every 1 week from 4 January 2027.\nPrice is 0.2 EUR per kWh, rising by 2 % each Week",
                        16,
                        3,
                        "steps inside one, on 4 January 2027",
                        "no longer than Week"),
                DiagnosticRow.of(
                        E0505,
                        "Energy is the total of Main Meter over Month",
                        "Energy is the total of Main Meter over Month in bands: the first 9 kWh at 70 %; the next 0 kWh at 2; the rest at 1",
                        12,
                        81,
                        "has already ended",
                        "further up"),
                DiagnosticRow.of(
                        E0505,
                        "Price is 0.20 EUR per kWh",
                        "Price is 2 in bands: the next 4 at 0.2 EUR per kWh; the rest at 0.1 EUR per kWh",
                        13,
                        22,
                        "no band before this one",
                        "`the first`"),
                DiagnosticRow.of(
                        E0505,
                        "Price is 0.20 EUR per kWh",
                        "Price is 2 in bands: the rest at 0.2 EUR per kWh; the next 4 at 0.1 EUR per kWh",
                        13,
                        22,
                        "nothing is left",
                        "the rest last"),
                DiagnosticRow.of(
                        E0505,
                        "Price is 0.20 EUR per kWh",
                        "Price is 2 in bands: the first 4 at 0.2 EUR per kWh; the first 9 at 0.1 EUR per kWh; above at 0 EUR per kWh",
                        13,
                        54,
                        "not the first band",
                        "`the next`"),
                DiagnosticRow.of(
                        E0505,
                        "Price is 0.20 EUR per kWh",
                        "Price is 2 in bands: up to 4 at 0.2 EUR per kWh; up to 9 at 0.1 EUR per kWh",
                        13,
                        50,
                        "at what rate the rest counts",
                        "the rest at"),
                DiagnosticRow.of(
                        E0505,
                        "Price is 0.20 EUR per kWh",
                        "Price is 2 in bands: up to 4 at 0.2 EUR per kWh",
                        13,
                        10,
                        "one band alone",
                        "multiply"),
                DiagnosticRow.of(
                        E0301,
                        "Price is 0.20 EUR per kWh",
                        "Price is 2 in bands: up to 4 at 0.2 EUR per kWh; above at 0.1 EUR",
                        13,
                        59,
                        "rates in different units",
                        ""),
                DiagnosticRow.of(
                        E0303,
                        "Energy is the total of Main Meter over Month",
                        "Energy is the total of Main Meter over Month in bands: the first 9 kWh at 70 %; the rest at 1, counted from the start of Month",
                        12,
                        1,
                        "counted from the start of Month asks for",
                        "shorter than Month"),
                DiagnosticRow.of(
                        E0303,
                        "Energy is the total of Main Meter over Month",
                        "Energy is the total of Main Meter over Month, at most 9 kWh in each Month",
                        12,
                        1,
                        "a cap in each Month",
                        "shorter than Month"),
                DiagnosticRow.of(
                        E0303,
                        "Price is 0.20 EUR per kWh",
                        "index Spot is published in EUR per kWh every 1 day by \"X\".\nPrice is 2 * Spot",
                        16,
                        28,
                        "a value that changes when it is published",
                        "the average of … over Month"),
                DiagnosticRow.of(
                        E0206,
                        "Price is 0.20 EUR per kWh",
                        "Bank is the highest of Bank over the previous 2 Months",
                        13,
                        1,
                        "`Bank` is defined by itself",
                        "previous"),
                DiagnosticRow.of(
                        E0201,
                        "Price is 0.20 EUR per kWh",
                        "Price is 0.20 EUR per kWh.\nBank starts at 0 kWh",
                        14,
                        1,
                        "`Bank` has no meaning",
                        "define it"),
                DiagnosticRow.of(
                        E0506,
                        "Price is 0.20 EUR per kWh",
                        "table Price in EUR per kWh by Month: 0: 0.2; 1 to 12: 0.3",
                        13,
                        38,
                        "no Month 0",
                        "from 1"),
                DiagnosticRow.of(
                        E0506,
                        "Price is 0.20 EUR per kWh",
                        "table Price in EUR per kWh by Month: 1 to 4: 0.2; 4 to 12: 0.3",
                        13,
                        51,
                        "another value for Month 4",
                        "begin this row with 5"),
                DiagnosticRow.of(
                        E0506,
                        "Price is 0.20 EUR per kWh",
                        "table Price in EUR per kWh by Month: 1 to 4: 0.2; 7 to 12: 0.3",
                        13,
                        51,
                        "no value for Month 5 to 6",
                        "go on to 6"),
                DiagnosticRow.of(
                        E0506,
                        "Price is 0.20 EUR per kWh",
                        "table Price in EUR per kWh by Month: 4 to 1: 0.2",
                        13,
                        38,
                        "ends before it begins",
                        "`1 to 4`"),
                DiagnosticRow.of(
                        W0507,
                        "Price is 0.20 EUR per kWh",
                        "table Price in EUR per kWh by Month: 1 to 4: 0.2",
                        13,
                        1,
                        "the agreement lasts until Month 12",
                        "a row for Month 5"),
                DiagnosticRow.of(
                        E0603,
                        "Price is 0.20 EUR per kWh",
                        "Price is 0.20 EUR per kWh, starting at 0 EUR per kWh.\nPrice starts at 0 EUR per kWh",
                        14,
                        1,
                        "what `Price` starts at is said twice",
                        "remove `starting at`"),
                DiagnosticRow.of(
                        E0301,
                        "total of Main Meter over Month",
                        "total of Main Meter over Month + 5 EUR",
                        12,
                        48,
                        "the two sides of this sum have different units",
                        "EUR per kWh"),
                DiagnosticRow.of(
                        E0301,
                        "0.20 EUR per kWh",
                        "0.20 EUR per kWh, at least 0",
                        13,
                        37,
                        "another unit",
                        "`0 EUR per kWh`"),
                DiagnosticRow.of(
                        E0302,
                        "Energy * Price to",
                        "Energy to",
                        15,
                        19,
                        "must be money in EUR; this is kWh",
                        "EUR per kWh"),
                DiagnosticRow.of(
                        E0303,
                        "Energy * Price",
                        "Main Meter * Price",
                        15,
                        19,
                        "a clause cannot have a value for each reading",
                        "the total of … over Month"),
                DiagnosticRow.of(
                        E0304,
                        "total of Main Meter",
                        "total of Price",
                        12,
                        24,
                        "nothing to take the total of",
                        "aggregate a"),
                DiagnosticRow.of(
                        E0305,
                        "Energy * Price to",
                        "5 EUR to",
                        15,
                        3,
                        "nothing says for which period",
                        "for each Month,"),
                DiagnosticRow.of(
                        E0401,
                        "clause 1 \"Bill\":",
                        "clause 1 \"Bill\" is an exception to clause 1:",
                        14,
                        1,
                        "an exception to itself",
                        "leave out"),
                DiagnosticRow.of(
                        E0402,
                        "scenario \"nothing used\"",
                        "clause 2 \"Way out\" is an exception to clause 1:\n"
                                + "  when clause 1 is breached, Buyer may terminate on 9 days notice.\nscenario \"x\"",
                        16,
                        1,
                        "clause 2 changes nothing",
                        "no payment is due under clause 1"),
                DiagnosticRow.of(
                        E0501,
                        "0.20 EUR per kWh",
                        "0.20 EUR per kWh when Energy is above 5 kWh;\n"
                                + "  0.30 EUR per kWh when Energy is above 9 kWh; 0.10 EUR per kWh otherwise",
                        14,
                        3,
                        "can hold at the same time",
                        "exclude each other"),
                DiagnosticRow.of(
                        W0502,
                        "0.20 EUR per kWh",
                        "0.20 EUR per kWh when Energy is between 9 kWh and 5 kWh;" + " 0.10 EUR per kWh otherwise",
                        13,
                        10,
                        "can never hold",
                        "smaller figure first"),
                DiagnosticRow.of(
                        E0201, "Buyer shall", "Byr Ltd shall", 15, 3, "`Byr Ltd` has no meaning", "`party Byr Ltd is"),
                DiagnosticRow.of(
                        E0301,
                        "0.20 EUR per kWh.",
                        "0.20 EUR per kWh, at least 5 %.",
                        13,
                        37,
                        "another unit",
                        "a share"),
                DiagnosticRow.of(
                        E0302, "Energy * Price to", "388.13 to", 15, 19, "must be money in EUR", "`388.13 EUR`"),
                DiagnosticRow.of(
                        E0302,
                        "Energy * Price to",
                        "5 EUR per day * the months of Month to",
                        15,
                        19,
                        "EUR months per day",
                        "count time in one unit"),
                DiagnosticRow.of(
                        E0303,
                        "Price is 0.20 EUR per kWh.",
                        "Base is 1 kWh, starting at 0 kWh.\nPrice is 0.20 EUR per kWh * the previous Base / 1 kWh.",
                        14,
                        29,
                        "`Base` has one value for the whole agreement",
                        "look back on"),
                DiagnosticRow.of(
                        E0303,
                        "scenario \"nothing used\"",
                        "period Year is every 1 year from 1 January 2027, settled 1 day after its end.\n"
                                + "clause 2 \"Off\" is an exception to clause 1:\n"
                                + "  when the total of Main Meter over Year is above 5 kWh, no payment is due under clause 1.\n"
                                + "scenario \"x\"",
                        18,
                        8,
                        "exception to clause 1 has a value for each Year",
                        "same period"),
                DiagnosticRow.of(
                        E0303,
                        "scenario \"nothing used\"",
                        "period Year is every 1 year from 1 January 2027, settled 1 day after its end.\n"
                                + "clause 2 \"More\": Buyer shall pay the total of Main Meter over Year * Price to Seller at settlement.\n"
                                + "clause 3 \"Sum\": when the amount due by Buyer under clauses 1 and 2 is above 5 EUR,\n"
                                + "  Buyer shall pay 1 EUR to Seller at settlement.\n"
                                + "scenario \"x\"",
                        18,
                        22,
                        "mixes a value for each Month with a value for each Year",
                        "over Year"),
                DiagnosticRow.of(
                        E0304,
                        "Price is 0.20 EUR per kWh",
                        "Price is 0.20 EUR per kWh / 1 hour * (the hours of Month during which Energy is above 5 kWh)",
                        13,
                        39,
                        "no readings whose hours can be counted",
                        "name a meter"),
                DiagnosticRow.of(
                        E0402,
                        "scenario \"nothing used\"",
                        "clause 2 \"Other\": for each Month, Buyer shall pay 1 EUR to Seller at settlement.\n"
                                + "clause 3 \"Off\" is an exception to clause 1: when Energy is above 5 kWh, "
                                + "no payment is due under clause 2.\nscenario \"x\"",
                        17,
                        1,
                        "clause 3 changes nothing",
                        "no payment is due under clause 1"));
    }
}
