package io.smartblocks.dsl;

import static io.smartblocks.dsl.diagnostic.Code.*;

import io.smartblocks.dsl.diagnostic.Code;
import java.util.stream.Stream;

/** Faults in duties: what is moved, delivered and done, by when, and what becomes of it. */
final class DutyRows {

    private static final String SCENARIO = "scenario \"nothing used\"";

    private DutyRows() {}

    static Stream<DiagnosticRow> rows() {
        return Stream.of(
                DiagnosticRow.of(
                        E0204,
                        SCENARIO,
                        "index Rate is published in EUR per kWh every 1 month by \"R\".\nscenario \"x\": "
                                + "given Rate is 1 EUR per kWh from 08:00 to 10:00 over 1 July 2027 to 2 July 2027.\n"
                                + SCENARIO,
                        17,
                        21,
                        "`Rate` is published every 1 month, so it has one value at all hours of a day",
                        "without hours"),
                DiagnosticRow.of(
                        E0308,
                        "within 14 days",
                        "within 36 hours",
                        15,
                        3,
                        "what is due is due on a day, not in 36 hours",
                        "say how many days"),
                DiagnosticRow.of(
                        E0308, "after settlement.", "after notice.", 15, 3, "which notice", "after settlement"),
                DiagnosticRow.of(
                        E0308,
                        "after settlement.",
                        "after settlement, with 12 hours grace.",
                        15,
                        3,
                        "grace is counted in days",
                        "say how many days"),
                row(E0308, "clause 2 \"Out\": Buyer may terminate on 8 hours notice.", 17, "notice is counted in days"),
                row(
                                E0309,
                                "clause 2 \"Talk\" reads \"The parties talk.\".\n"
                                        + "clause 3 \"Out\": when clause 2 is breached, Buyer may terminate on 8 days notice.",
                                22,
                                "clause 2 obliges nobody")
                        .at(17, 22),
                row(
                                E0309,
                                "clause 2 \"Works\": Seller shall \"test the meter\" by 1 July 2027.\n"
                                        + "clause 3 \"Out\": when clause 2 is paid, Buyer may terminate on 8 days notice.",
                                22,
                                "nothing is paid under clause 2")
                        .at(17, 22),
                row(
                        E0305,
                        "clause 2 \"Works\": Seller shall \"test the meter\" within 5 days after settlement.",
                        19,
                        "nothing says for which period this falls due"),
                row(
                                E0206,
                                "clause 2 \"Cap\" is an exception to clause 1: when Price is above 0.30 EUR per kWh, "
                                        + "Price is instead 0.30 EUR per kWh.",
                                1,
                                "`Price` is defined by itself")
                        .at(13, 1),
                row(
                                E0206,
                                "Double is Price * 2.\nclause 2 \"Twice\" is an exception to clause 1: "
                                        + "when Energy is above 5 kWh, Price is instead Double.",
                                1,
                                "`Price` is defined by itself")
                        .at(13, 1),
                row(
                        E0201,
                        "clause 2 \"Green\": Seller shall transfer 3 certificates of Green Paper to Buyer by 1 July 2027.",
                        59,
                        "`Green Paper` has no meaning"),
                row(
                                E0301,
                                "asset Coin is counted in coins.\nclause 2 \"Green\": for each Month, "
                                        + "Seller shall mint Energy of Coin to Buyer at settlement.",
                                19,
                                "`Coin` is counted in coins")
                        .at(17, 53),
                row(
                        E0301,
                        "clause 2 \"Green\": Seller mints 1 coin per kWh of Energy to Buyer.",
                        32,
                        "no asset is counted in coins"),
                row(
                                E0301,
                                "asset Coin is counted in coins.\nasset Token is counted in coins.\n"
                                        + "clause 2 \"Green\": Seller mints 1 coin per kWh of Energy to Buyer.",
                                32,
                                "Coin, Token are all counted in coins")
                        .at(18, 32),
                row(E0301, "asset Coin is counted in EUR.", 1, "`Coin` has nothing to be counted in"),
                row(
                                E0204,
                                "asset Coin is counted in coins.\nclause 2 \"Green\": "
                                        + "Seller shall transfer 3 coins of Coin to Seller by 1 July 2027.",
                                19,
                                "cannot transfer anything to itself")
                        .at(17, 19),
                row(
                        E0301,
                        "clause 2 \"Give\": Seller shall deliver 5 EUR to Buyer by 1 July 2027.",
                        39,
                        "what is delivered has a measure"),
                DiagnosticRow.of(
                        E0204,
                        "Buyer shall pay Energy * Price to Seller within 14 days after settlement.",
                        "Buyer shall pay Energy * Price at settlement: 1 EUR to Buyer, the rest to Seller.",
                        15,
                        49,
                        "`Buyer` cannot pay itself",
                        "name another party"),
                DiagnosticRow.of(
                        E0302,
                        "Buyer shall pay Energy * Price to Seller within 14 days after settlement.",
                        "Buyer shall pay Energy * Price at settlement: Energy to Seller, the rest to Seller.",
                        15,
                        49,
                        "what is paid must be money",
                        "multiply it by a price"),
                row(E0203, "clause 7 survives the end of this agreement.", 8, "there is no clause 7"),
                row(
                        E0308,
                        "clause 1 survives the end of this agreement for 5 hours.",
                        1,
                        "survives for days or longer"));
    }

    private static DiagnosticRow row(Code code, String sentence, int column, String message) {
        return DiagnosticRow.of(code, SCENARIO, sentence + "\n" + SCENARIO, 16, column, message, "");
    }
}
