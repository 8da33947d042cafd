package io.smartblocks.dsl.editor;

import java.util.List;
import java.util.regex.Pattern;

/** Whole sentences to start from, each with gaps to fill; {@code ‹…›} marks a gap. */
final class Models {
    private static final String ROWS = """
            contract "‹title›" version ‹1.0›.
            template "‹title›" version ‹1.0›.
            amendment ‹1› to "‹title›" version ‹1.0› gives version ‹1.1›, effective ‹1 July 2029›, signed by ‹Seller, Buyer›.
            in force from ‹1 January 2027› to ‹31 December 2036›.
            governed by "‹Ireland›".
            time zone "‹Europe/Dublin›".
            working days follow "‹Ireland›".
            due dates roll to the ‹next› working day.
            money is rounded half up to ‹0.01 EUR›.
            payments of one settlement are set off.
            corrections of ‹Billing Month› are carried to ‹Billing Year›.
            corrections of ‹Billing Month› from ‹3 months› after its end are carried to ‹Billing Year›.
            uses "‹template›" version ‹1.0›.
            party ‹Seller› is "‹legal name›".
            meter ‹Main Meter› reads ‹kWh› every ‹15 minutes› from "‹meter/1›".
            meter ‹Heat Meter› registers ‹MWh› every ‹1 day› from "‹meter/2›", rolls over at ‹10,000 MWh›.
            index ‹Market Price› is published in ‹EUR per MWh› every ‹1 month› by "‹publisher›".
            period ‹Billing Month› is every ‹1 month› from ‹1 January 2027›, settled ‹5 working days› after its end.
            season ‹Winter› is ‹1 November› to ‹31 March›.
            fact ‹Heated Area› in ‹m2› is ‹8,400 m2›, stated by ‹Client›, confirmed by ‹ESCO›.
            adjustment ‹Server Room› in ‹kWh per day›, proposed by ‹ESCO›, confirmed by ‹Client›.
            baseline ‹Gas Baseline› of ‹Gas Meter› is fitted by "‹CalTRACK daily›" from ‹1 January 2026› to ‹31 December 2026› with ‹Outdoor Temperature›.
            asset ‹Green Certificate› is counted in ‹certificates›.
            event ‹Outage› has ‹Outage Length› in ‹minutes›, reported by ‹Seller›.
            parameter ‹Deadband› in ‹%›, at least ‹0 %›, at most ‹10 %›, described as "‹help for who fills it in›".
            table ‹Guaranteed Savings› in ‹kWh› by ‹Contract Year›: ‹1: 300,000; 2 to 5: 320,000›.
            ‹Energy› is the total of ‹Main Meter› over ‹Billing Month›.
            ‹Day Price› is ‹0.22 EUR per kWh› when it is a working day from ‹08:00› to ‹20:00›; ‹0.11 EUR per kWh› otherwise.
            clause ‹1› "‹title›": ‹Buyer› shall pay ‹Energy Charge› to ‹Seller› within ‹30 days› after settlement.
            clause ‹1› "‹title›" is an exception to clause ‹2›: when ‹Energy is below 100 kWh›, no payment is due under clause ‹2›.
            ‹Tiered Energy› is ‹Energy› in bands: the first ‹20 MWh› at ‹0.21 EUR per kWh›; the rest at ‹0.17 EUR per kWh›, counted from the start of ‹Billing Year›.
            ‹Peak› is the highest power of ‹Main Meter› over ‹Billing Month›.
            ‹Cold› is the degree hours of ‹Room Sensor› below ‹19 °C› over ‹Billing Month›.
            ‹Balance› starts at ‹0 EUR›.
            clause ‹5› "‹Certificates›": ‹Seller› shall transfer ‹Certificates Earned› of ‹Green Certificate› to ‹Buyer› within ‹10 days› after settlement.
            clause ‹5› "‹Coins›": ‹Seller› mints ‹0.1 coins per kWh› of ‹Energy› to ‹Buyer›.
            clause ‹5› "‹Coins›": ‹Seller› retires ‹1 coin per kWh› of ‹Energy› from ‹Buyer›.
            clause ‹6› "‹Service›": ‹Seller› shall "‹service the meters›" within ‹2 months› after the end of ‹Winter›, with ‹10 days› grace.
            clause ‹7› "‹Way out›": when clause ‹1› is breached for more than ‹60 days›, ‹Seller› may terminate on ‹30 days› notice.
            clause ‹8› "‹Disputes›": ‹Buyer› may dispute a settlement within ‹20 working days› after settlement.
            clause ‹9› "‹Confidentiality›" reads "‹words›".
            clause ‹9› survives the end of this agreement for ‹5 years›.
            VAT at ‹23 %› is added to clause ‹1›.
            when readings of ‹Main Meter› are missing: for up to ‹3 hours›, use the average of the previous ‹2 hours›; for longer, hold settlement, notify ‹Seller, Buyer›.
            scenario "‹a month as usual›": given ‹Main Meter› totals ‹900,000 kWh› over ‹1 January 2027› to ‹1 February 2027›.
            given ‹Market Price› is ‹84 EUR per MWh› over ‹1 January 2027› to ‹1 February 2027›.
            given no readings of ‹Main Meter› over ‹1 January 2027› to ‹2 January 2027›.
            settle ‹Billing Month› starting ‹1 January 2027›.
            expect ‹Buyer› to pay ‹2,828.00 EUR› to ‹Seller› by ‹28 February 2027›.
            expect no payment under clause ‹1›.
            expect settlement to be held.
            given clause ‹1› is paid on ‹20 February 2027›.
            expect clause ‹1› to be breached on ‹21 February 2027›.
            expect the agreement to end on ‹1 July 2027›.
            repeal clause ‹3›.
            replace ‹Energy Price› is ‹0.09 EUR per kWh›.
            """;

    private static final Pattern GAP = Pattern.compile("‹([^›]*)›");

    private static final List<Model> ALL = ROWS.lines().map(Models::model).toList();

    private Models() {}

    /** A sentence to start from: how it is listed, with gaps, and as it reads when no gap is changed. */
    record Model(String label, String snippet, String plain) {}

    static List<Model> all() {
        return ALL;
    }

    private static Model model(String row) {
        int[] gap = {0};
        String snippet = GAP.matcher(row).replaceAll(found -> "\\${" + ++gap[0] + ":" + found.group(1) + "}");
        String plain = GAP.matcher(row).replaceAll("$1");
        String label = GAP.matcher(row).replaceAll("…");
        return new Model(label, snippet, plain);
    }
}
