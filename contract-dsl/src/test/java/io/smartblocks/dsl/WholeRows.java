package io.smartblocks.dsl;

import static io.smartblocks.dsl.diagnostic.Code.*;

import java.util.stream.Stream;

/** Faults in the agreement as a whole. */
final class WholeRows {

    private WholeRows() {}

    static Stream<DiagnosticRow> rows() {
        return Stream.of(
                DiagnosticRow.of(
                        E0601,
                        "time zone \"Europe/Dublin\".",
                        "",
                        1,
                        1,
                        "required sentence is missing: `time zone",
                        "add it"),
                DiagnosticRow.of(
                        W0602,
                        "due dates roll to the next working day.",
                        "",
                        1,
                        1,
                        "it stays as it is",
                        "due dates roll"),
                DiagnosticRow.of(
                        W0602,
                        ", settled 5 working days after its end",
                        "",
                        10,
                        1,
                        "when `Month` is settled",
                        "settled 5"),
                DiagnosticRow.of(
                        W0602,
                        "when readings of Main Meter are missing, hold settlement.",
                        "",
                        9,
                        1,
                        "are missing",
                        "say it"),
                DiagnosticRow.of(
                        E0603,
                        "party Buyer",
                        "time zone \"UTC\".\nparty Buyer",
                        8,
                        1,
                        "this is said twice",
                        "remove one"),
                DiagnosticRow.of(
                        E0604, "Europe/Dublin", "Europe/Atlantis", 3, 11, "no time zone \"Europe/Atlantis\"", "Dublin"),
                DiagnosticRow.of(
                        E0605,
                        "31 December 2027",
                        "31 December 2026",
                        2,
                        1,
                        "would end before it begins",
                        "earlier day"),
                DiagnosticRow.of(
                        W0701,
                        "Energy * Price to",
                        "Energy * 1 EUR per kWh to",
                        13,
                        1,
                        "`Price` is given a meaning but never",
                        "use it"),
                DiagnosticRow.of(
                        W0702,
                        "Buyer shall",
                        "when it is a working day, Buyer shall",
                        15,
                        8,
                        "asked of a whole Month",
                        "aggregate"),
                DiagnosticRow.of(
                        W0703,
                        "Energy * Price to",
                        "Energy / Energy * Energy * Price to",
                        15,
                        28,
                        "may be zero",
                        "when"),
                DiagnosticRow.of(
                        E0310,
                        "every 15 minutes from \"meter/1\"",
                        "every 1 day from \"meter/1\".\nNight is the total of (Main Meter * Night Price) over Month.\n"
                                + "Night Price is 0.1 EUR per kWh when it is a weekend from 23:00 to 08:00; 0 EUR per kWh otherwise",
                        10,
                        10,
                        "which part of a reading of `Main Meter` lies in the hours of the day",
                        "every hour or oftener"),
                DiagnosticRow.of(
                        E0310,
                        "every 15 minutes from \"meter/1\"",
                        "every 1 day from \"meter/1\".\nLow is the hours of Month during which Main Meter is below 5 kWh",
                        10,
                        8,
                        "the hours cannot be counted",
                        "every hour or oftener"),
                DiagnosticRow.of(
                        E0310,
                        "every 15 minutes from \"meter/1\"",
                        "every 1 month from \"meter/1\".\nseason Winter is 15 October to 31 March.\n"
                                + "Cold is the total of Main Meter in Winter over Month",
                        11,
                        9,
                        "a reading of `Main Meter` is cut on 15 October 2027",
                        "begin and end where readings do"),
                DiagnosticRow.of(
                        E0310,
                        "every 15 minutes from \"meter/1\"",
                        "every 1 week from \"meter/1\".\nCold is the total of (Main Meter * Weight) over Month.\n"
                                + "Weight is 2 when it is in Winter; 1 otherwise.\nseason Winter is 5 October to 31 March",
                        10,
                        9,
                        "a reading of `Main Meter` is cut on 5 October 2027",
                        "read every day"),
                DiagnosticRow.of(
                        E0208,
                        "missing, hold settlement.",
                        "missing, use Usual Load.\nUsual Load is 5 kWh.\nclause 2 \"Busy\" is an exception to clause 1: "
                                + "when Energy is above 9 MWh, Usual Load is instead 6 kWh.",
                        11,
                        1,
                        "`Main Meter` uses `Usual Load` uses `Energy` uses `Main Meter`",
                        "does not rest on `Main Meter`"),
                DiagnosticRow.of(
                        E0208,
                        "when readings of Main Meter are missing, hold settlement.",
                        "meter Register A registers kWh every 1 day from \"r/1\".\n"
                                + "meter Register B registers kWh every 1 day from \"r/2\".\n"
                                + "when readings of Main Meter are missing, hold settlement.\n"
                                + "when readings of Register A are missing, use the average of the last 3 like days, "
                                + "scaled to Register B.\n"
                                + "when readings of Register B are missing, use the average of the last 3 like days, "
                                + "scaled to Register A.",
                        14,
                        1,
                        "`Register A` uses `Register B` uses `Register A`",
                        "hold settlement"),
                DiagnosticRow.of(
                        W0731,
                        "scenario \"nothing used\"",
                        "Peak is 2 per hour * the highest of Main Meter over Month.\nscenario \"nothing used\"",
                        16,
                        9,
                        "does not fit the intervals of `Main Meter`, which is read every 15 minutes",
                        "the highest power of Main Meter over"),
                DiagnosticRow.of(
                        N0508,
                        "scenario \"nothing used\"",
                        "  when Energy is above 5 kWh, Buyer shall pay 1 EUR to Seller at "
                                + "settlement.\n  when Energy is below 5 kWh, Buyer shall pay 2 EUR to Seller at "
                                + "settlement.\nscenario \"x\"",
                        17,
                        3,
                        "2 sentences of clause 1 pay the same, each in another case",
                        "given Main Meter totals 5 kWh"),
                DiagnosticRow.of(
                        W0704,
                        "scenario \"nothing used\"",
                        "  when Energy is above 5 kWh, Buyer shall pay 1 EUR to Seller at "
                                + "settlement.\n  Buyer shall pay Energy * Price to Seller at settlement.\nscenario \"x\"",
                        17,
                        3,
                        "does not govern this sentence",
                        "repeat the condition"),
                DiagnosticRow.of(
                        E0603,
                        "Energy is",
                        "when readings of Main Meter are missing, use 0 kWh.\nEnergy is",
                        12,
                        1,
                        "said twice",
                        "keep one"),
                DiagnosticRow.of(
                        E0603,
                        "scenario \"nothing used\"",
                        "VAT at 9 % is added to clause 1.\nVAT at 23 % is added to clause 1.\nscenario \"x\"",
                        17,
                        32,
                        "VAT on clause 1 is said twice",
                        "keep one"),
                DiagnosticRow.of(
                        E0603,
                        "Buyer shall",
                        "for each Month, for each Month, Buyer shall",
                        15,
                        28,
                        "`for each` is said twice",
                        "keep"),
                DiagnosticRow.of(E0604, "Europe/Dublin", "dublin", 3, 11, "no time zone \"dublin\"", "Europe/Dublin"),
                DiagnosticRow.of(
                        E0605,
                        "missing, hold settlement.",
                        "missing: for up to 3 hours, use 0 kWh; for up to 2 hours, hold settlement; for longer, use 1 kWh.",
                        11,
                        1,
                        "do not go from shorter to longer",
                        "shortest first"),
                DiagnosticRow.of(
                        E0606,
                        "follow \"Ireland\"",
                        "follow \"Irland\"",
                        4,
                        21,
                        "no calendar of working days",
                        "\"Ireland\"?"),
                DiagnosticRow.of(
                        E0306,
                        "Price is 0.20",
                        "adjustment Extra in kW, proposed by Seller, confirmed by Buyer. Price is 0.20",
                        13,
                        21,
                        "`Extra` is in kW, but an adjustment is an amount or an amount per day",
                        "in kWh per day"),
                DiagnosticRow.of(
                        E0607,
                        "Price is 0.20",
                        "baseline Base of Main Meter is fitted by \"OLS\" from 1 January 2026 to 31 December 2026. Price is 0.20",
                        13,
                        42,
                        "no method \"OLS\"",
                        "CalTRACK daily"),
                DiagnosticRow.of(
                        E0608,
                        "Price is 0.20",
                        "corrections of Month are carried to Month. Price is 0.20",
                        13,
                        37,
                        "`Month` is not longer",
                        "takes in several"),
                DiagnosticRow.of(
                        W0602,
                        "missing, hold settlement.",
                        "missing: for up to 3 hours, use 0 kWh.",
                        11,
                        1,
                        "does not say what happens for longer",
                        "for longer"),
                DiagnosticRow.of(
                        E0403,
                        "scenario \"nothing used\"",
                        "clause 2 \"A\" is an exception to clause 1:\n  when Energy is below 9 kWh, no payment is due under clause 1.\n"
                                + "clause 3 \"B\" is an exception to clause 1:\n  when Energy is below 5 kWh, Price is instead 1 EUR per kWh.\n"
                                + "scenario \"x\"",
                        19,
                        3,
                        "this and clause 2 can apply at once, both change clause 1",
                        "settle Month starting 1 January 2027."),
                DiagnosticRow.of(
                        W0404,
                        "scenario \"nothing used\"",
                        "clause 2 \"A\" is an exception to clause 1:\n  when clause 1 is breached, Price is instead 2 EUR per kWh.\n"
                                + "clause 3 \"B\" is an exception to clause 1:\n  when Energy is below 5 kWh, Price is instead 1 EUR per kWh.\n"
                                + "scenario \"x\"",
                        19,
                        3,
                        "not proved that they never apply at once",
                        "exclude each other"),
                DiagnosticRow.of(
                        N0503,
                        "Price is 0.20 EUR per kWh.",
                        "Price is 1 EUR per kWh when (the total of Main Meter on weekends over Month) is above 9 kWh; "
                                + "2 EUR per kWh when Energy is above 5 kWh; 3 EUR per kWh otherwise.",
                        13,
                        94,
                        "it is not proved",
                        "the opposite of the first"),
                DiagnosticRow.of(
                        W0504,
                        "Buyer shall",
                        "when Energy is above 5 kWh and Energy is below 3 kWh, Buyer shall",
                        15,
                        3,
                        "clause 1 can never apply",
                        "remove the sentence"),
                DiagnosticRow.of(
                        W0706,
                        "Energy * Price to",
                        "Energy * Price - 5 EUR to",
                        15,
                        19,
                        "can be below zero",
                        "the amount by which"),
                DiagnosticRow.of(
                        E0609,
                        "scenario \"nothing used\"",
                        "VAT at 230 % is added to clause 1.\nscenario \"x\"",
                        16,
                        1,
                        "from 0 % to 100 %",
                        "percentage"),
                DiagnosticRow.of(
                        W0707,
                        "Price is 0.20 EUR per kWh.",
                        "Price is 0.20 EUR per kWh.\nCost is Energy * Price, rounded down to 0.01 EUR.",
                        14,
                        1,
                        "`Cost` is rounded in another way",
                        "leave the rounding out"),
                DiagnosticRow.of(
                        W0708,
                        "within 14 days after settlement",
                        "by 1 March 2029",
                        15,
                        3,
                        "in force from 2027-01-01",
                        "within the term"),
                DiagnosticRow.of(
                        N0709,
                        "Buyer shall pay Energy * Price to Seller within 14 days after settlement.",
                        "Buyer shall pay Cost to Seller at settlement.\n  Buyer shall pay 2 * Cost to Seller at settlement.\nCost is Energy * Price.",
                        17,
                        1,
                        "several payments rest on `Cost`",
                        "rounded half up"),
                DiagnosticRow.of(
                        W0710,
                        "period Month",
                        "meter Roof Meter reads kWh every 1 hour from \"meter/1\".\nperiod Month",
                        10,
                        1,
                        "`Main Meter` and `Roof Meter` are one meter",
                        "own id"),
                DiagnosticRow.of(
                        W0711,
                        "expect no payment.",
                        "settle Month starting 3 January 2027. expect no payment.",
                        17,
                        3,
                        "no Month starts on 2027-01-03",
                        "starts every 1 month"),
                DiagnosticRow.of(
                        W0712,
                        "Price is 0.20 EUR per kWh",
                        "Price is 0.20 EUR per kWh.\nLoud is the hours of Month when Main Meter is above 20 kWh",
                        14,
                        28,
                        "reads as a case",
                        "during which"),
                DiagnosticRow.of(
                        W0713,
                        "Price is 0.20",
                        "meter Outdoor reads °C every 1 hour from \"t\". baseline Base of Main Meter is fitted by \"CalTRACK daily\" from 1 January 2026 to 31 December 2026 with Outdoor. Price is 0.20",
                        13,
                        56,
                        "any fit of `Base` is accepted",
                        "accepted when CVRMSE"),
                DiagnosticRow.of(
                        N0705, "expect no payment", "expect Energy to be 0 kWh", 14, 1, "no scenario shows", "to pay"));
    }
}
