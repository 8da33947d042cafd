package io.smartblocks.runtime.scenario;

import static io.smartblocks.runtime.scenario.Told.assertMet;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Money as contracts count it: minor units, due dates, interest, banks, parts and unusual periods. */
class MoneyTests {

    private static final String METER = """
            meter Main Meter reads kWh every 1 day from "meter/1".
            when readings of Main Meter are missing, hold settlement.
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "1 JPY; 25.55 JPY; 2,555 JPY; 256 JPY; 2,811 JPY",
                "0.01 EUR; 0.25555 EUR; 25.56 EUR; 2.56 EUR; 28.12 EUR",
                "0.001 KWD; 0.0255555 KWD; 2.556 KWD; 0.256 KWD; 2.812 KWD",
            })
    void lines_and_vat_are_rounded_to_the_minor_unit_of_the_currency(
            String step, String price, String net, String vat, String gross) {
        assertMet(Told.supply("Europe/Dublin", step, "Ireland")
                + METER
                + """
                period Month is every 1 month from 1 January 2027.
                clause 1 "Energy":
                  Client shall pay (the total of Main Meter over Month) * PRICE per kWh to Supplier at settlement.
                VAT at 10 % is added to clause 1.
                scenario "a month":
                  given Main Meter totals 100 kWh over 1 January 2027 to 31 January 2027.
                  settle Month starting 1 January 2027.
                  expect Client to pay NET to Supplier.
                  expect a balance of NET, plus VAT of TAX, in total GROSS, payable by Client to Supplier.
                """.replace("PRICE", price)
                        .replace("NET", net)
                        .replace("TAX", vat)
                        .replace("GROSS", gross));
    }

    @ParameterizedTest
    @CsvSource({
        "to the next working day, 3 August 2027, 3 January 2028",
        "to the previous working day, 30 July 2027, 31 December 2027",
        "to the next working day of the same month, 30 July 2027, 3 January 2028",
    })
    void due_dates_roll_over_weekends_and_holidays_and_the_ends_of_months_and_years(
            String roll, String july, String newYear) {
        assertMet(Told.supply().replace("to the next working day", roll)
                + METER
                + """
                period Month is every 1 month from 1 January 2027.
                clause 1 "Fees":
                  for each Month, Client shall pay 1 EUR to Supplier by 31 July 2027, described as "July".
                  for each Month, Client shall pay 1 EUR to Supplier by 1 January 2028, described as "New Year".
                scenario "due on a Saturday":
                  settle Month starting 1 January 2027.
                  expect Client to pay 1.00 EUR to Supplier for "July" by JULY.
                  expect Client to pay 1.00 EUR to Supplier for "New Year" by NEW YEAR.
                """.replace("JULY", july).replace("NEW YEAR", newYear));
    }

    @Test
    void late_interest_has_the_rate_of_the_due_day_or_the_average_of_the_days_late() {
        assertMet(Told.supply() + METER + """
                index Reference Rate is published in % per year every 6 months by "European Central Bank".
                period Month is every 1 month from 1 January 2027, settled 5 working days after its end.
                clause 1 "Energy":
                  Client shall pay (the total of Main Meter over Month) * 1 EUR per kWh to Supplier
                  within 14 days after settlement.
                Fixed Rate is the value of Reference Rate on the due day of clause 1 + 8 % per year.
                Split Rate is the average of Reference Rate while clause 1 is late + 8 % per year.
                clause 2 "Interest at one rate":
                  when clause 1 is breached,
                  Client shall pay Fixed Rate * (the amount due by Client under clause 1) * (the time clause 1 is late)
                  to Supplier at settlement, described as "one rate".
                clause 3 "Interest at the rate of each day":
                  when clause 1 is breached,
                  Client shall pay Split Rate * (the amount due by Client under clause 1) * (the time clause 1 is late)
                  to Supplier at settlement, described as "rate of each day".
                clause 4 "Costs of recovery":
                  when clause 1 is breached, Client shall pay 40 EUR to Supplier at settlement, described as "costs".
                scenario "late over the first of July":
                  given Reference Rate is 2.15 % per year over 1 January 2027 to 30 June 2027.
                  given Reference Rate is 2.4 % per year over 1 July 2027 to 31 December 2027.
                  given Main Meter totals 10,000 kWh over 1 May 2027 to 31 May 2027.
                  settle Month starting 1 May 2027.
                  expect Client to pay 10,000.00 EUR to Supplier under clause 1 by 22 June 2027.
                  given clause 1 is paid on 14 July 2027.
                  expect Client to pay 61.18 EUR to Supplier for "one rate".
                  expect Client to pay 62.14 EUR to Supplier for "rate of each day".
                  expect Client to pay 40.00 EUR to Supplier for "costs".
                """);
    }

    @Test
    void a_take_or_pay_bank_is_used_in_the_next_year_and_expires_after_it() {
        assertMet(Told.supply().replace("31 December 2028", "31 December 2030") + """
                meter Main Meter reads MWh every 1 month from "meter/1".
                when readings of Main Meter are missing, hold settlement.
                period Year is every 1 year from 1 January 2027.
                Taken is the total of Main Meter over Year.
                Minimum is 945 MWh.
                Deficiency is the amount by which Minimum exceeds Taken.
                Usable is the previous Deficiency.
                Deficiency starts at 0 MWh.
                Made Up is the lesser of Usable and (the amount by which Taken exceeds Minimum).
                Expired is Usable - Made Up.
                clause 1 "Minimum": Client shall pay Deficiency * 71.35 EUR per MWh to Supplier at settlement.
                clause 2 "Make-up": Supplier shall pay Made Up * 71.35 EUR per MWh to Client at settlement.
                scenario "a bank of one year":
                  given Main Meter totals 912.4 MWh over 1 January 2027 to 31 December 2027.
                  given Main Meter totals 970.2 MWh over 1 January 2028 to 31 December 2028.
                  given Main Meter totals 990 MWh over 1 January 2029 to 31 December 2029.
                  settle Year starting 1 January 2027.
                  expect Client to pay 2,326.01 EUR to Supplier under clause 1.
                  settle Year starting 1 January 2028.
                  expect Made Up to be 25.2 MWh for Year starting 1 January 2028.
                  expect Expired to be 7.4 MWh for Year starting 1 January 2028.
                  expect Supplier to pay 1,798.02 EUR to Client under clause 2.
                  settle Year starting 1 January 2029.
                  expect Made Up to be 0 MWh for Year starting 1 January 2029.
                  expect Expired to be 0 MWh for Year starting 1 January 2029.
                """);
    }

    @Test
    void parts_of_a_period_are_rounded_and_the_last_part_is_what_remains() {
        assertMet(Told.supply() + METER + """
                period Bill is every 30 days from 10 February 2027.
                Energy is the total of Main Meter over Bill.
                Old Energy is Energy * (the days of Bill before 1 March 2027) / (the days of Bill),
                  rounded half up to 0.001 kWh.
                New Energy is Energy - Old Energy.
                Standing Charge is 0.5420 EUR per day * (the days of Bill).
                clause 1 "Bill":
                  Client shall pay Old Energy * 0.1825 EUR per kWh to Supplier at settlement, described as "old price".
                  Client shall pay New Energy * 0.19475 EUR per kWh to Supplier at settlement, described as "new price".
                  Client shall pay Standing Charge to Supplier at settlement, described as "standing".
                VAT at 9 % is added to clause 1.
                scenario "estimated, then read":
                  given Main Meter totals 1,182 kWh over 10 February 2027 to 11 March 2027.
                  settle Bill starting 10 February 2027.
                  expect Old Energy to be 748.600 kWh.
                  expect a balance of 237.28 EUR, plus VAT of 21.36 EUR, in total 258.64 EUR, payable by Client to Supplier.
                  given Main Meter totals 1,148 kWh over 10 February 2027 to 11 March 2027.
                  settle Bill starting 10 February 2027 again.
                  expect Old Energy to be 727.067 kWh.
                  expect New Energy to be 420.933 kWh.
                  expect a balance of 230.93 EUR, plus VAT of 20.78 EUR, in total 251.71 EUR, payable by Client to Supplier.
                  expect a correction of 6.35 EUR, plus VAT of 0.58 EUR, in total 6.93 EUR, payable by Supplier to Client
                    for Bill starting 10 February 2027.
                """);
    }

    @Test
    void two_months_and_iso_weeks_are_periods_like_others() {
        assertMet(Told.supply() + METER + """
                period Two Months is every 2 months from 1 January 2027.
                period Week is every 1 week from 4 January 2027.
                clause 1 "Bill":
                  Client shall pay (the total of Main Meter over Two Months) * 1 EUR per kWh to Supplier at settlement.
                clause 2 "Week":
                  Client shall pay (the total of Main Meter over Week) * 0.1 EUR per kWh to Supplier at settlement.
                scenario "winter":
                  given Main Meter reads 1 kWh each over 1 January 2027 to 28 February 2027.
                  settle Two Months starting 1 January 2027.
                  expect Client to pay 59.00 EUR to Supplier under clause 1.
                scenario "the last week of the year goes into the next one":
                  given Main Meter reads 1 kWh each over 27 December 2027 to 2 January 2028.
                  settle Week starting 27 December 2027.
                  expect Client to pay 0.70 EUR to Supplier under clause 2.
                """);
    }
}
