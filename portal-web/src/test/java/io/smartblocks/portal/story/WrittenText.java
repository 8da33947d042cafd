package io.smartblocks.portal.story;

/** What a lawyer writes from nothing: the text of a small supply between the parties of a {@link Campus}. */
final class WrittenText {

    private WrittenText() {}

    static String named(String title) {
        return """
                contract "%s" version 1.0.

                party Seller is "Harbour Energy Services Ltd".
                party Buyer is "Nimbus Campus DAC".
                meter Main Meter reads kWh every 15 minutes from "meter/%s".
                Energy Price is 0.1950 EUR per kWh.

                in force from 1 November 2026 to 31 October 2027.
                governed by "Ireland".
                time zone "Europe/Dublin".
                working days follow "Ireland".
                due dates roll to the next working day.
                money is rounded half up to 0.01 EUR.
                payments of one settlement are set off.
                period Billing Month is every 1 month from 1 November 2026, settled 5 working days after its end.

                Energy is the total of Main Meter over Billing Month.

                clause 1 "Energy":
                  Buyer shall pay Energy * Energy Price to Seller within 14 days after settlement, described as "energy".

                when readings of Main Meter are missing, hold settlement, notify Seller, Buyer.
                """.formatted(title, Campus.IMPORT);
    }

    /** The same with a price that nothing uses and two scenarios, one of which expects too much. */
    static String tried(String title) {
        return named(title)
                        .replace(
                                "\nclause 1",
                                "Peak Price is 0.2600 EUR per kWh.\n\n# What is paid each month\nclause 1")
                + """

                scenario "a month as usual":
                  given Main Meter totals 31,000 kWh over 1 November 2026 to 30 November 2026.
                  settle Billing Month starting 1 November 2026.
                  expect Buyer to pay 6,045.00 EUR to Seller under clause 1.

                scenario "a quiet month":
                  given Main Meter totals 9,000 kWh over 1 November 2026 to 30 November 2026.
                  settle Billing Month starting 1 November 2026.
                  expect Buyer to pay 1,800.00 EUR to Seller under clause 1.
                """;
    }
}
