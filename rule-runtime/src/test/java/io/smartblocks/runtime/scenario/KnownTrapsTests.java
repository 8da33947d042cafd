package io.smartblocks.runtime.scenario;

import static io.smartblocks.runtime.scenario.Told.assertMet;

import org.junit.jupiter.api.Test;

/** Known traps of settling energy contracts; those of baselines have tests of their own. */
class KnownTrapsTests {

    private static final String HEAD = Told.supply() + """
            meter Main Meter reads kWh every 1 hour from "meter/1".
            when readings of Main Meter are missing, hold settlement.
            period Month is every 1 month from 1 January 2027.
            period Year is every 1 year from 1 January 2027.
            """;

    @Test
    void trap_7_a_look_back_of_twelve_months_reaches_the_same_month_of_the_year_before_and_one_of_eleven_does_not() {
        assertMet(HEAD + """
                Peak is the highest power of Main Meter over Month.
                Twelve is the highest of Peak over the previous 12 Months.
                Eleven is the highest of Peak over the previous 11 Months.
                By Readings is the highest power of Main Meter over the previous 12 Months.
                Billed Peak is the greater of Peak and (80 % of Twelve), at least 5 kW.
                clause 1 "Peak": Client shall pay Billed Peak * 1 EUR per kW to Supplier at settlement.
                scenario "the peak was a year ago":
                  given Main Meter reads 10 kWh each over 1 January 2027 to 31 January 2028.
                  given Main Meter reads 100 kWh each from 17:00 to 18:00 over 12 January 2027 to 12 January 2027.
                  settle Month starting 1 January 2028.
                  expect Twelve to be 100 kW.
                  expect By Readings to be 100 kW.
                  expect Eleven to be 10 kW.
                  expect Client to pay 80.00 EUR to Supplier.
                scenario "what counts at least":
                  given Main Meter reads 1 kWh each over 1 January 2026 to 31 January 2027.
                  settle Month starting 1 January 2027.
                  expect Client to pay 5.00 EUR to Supplier.
                """);
    }

    @Test
    void trap_8_tiers_by_the_month_are_shared_by_the_times_of_use_and_tiers_of_each_time_are_another_bill() {
        assertMet(HEAD + """
                Night is the total of Main Meter from 23:00 to 08:00 over Month.
                Day is the total of Main Meter from 08:00 to 23:00 over Month.
                Used is Night + Day.
                All At Night is Used in bands: up to 300 kWh at 0.10 EUR per kWh; above at 0.20 EUR per kWh.
                All By Day is Used in bands: up to 300 kWh at 0.30 EUR per kWh; above at 0.50 EUR per kWh.
                Shared is 0 EUR when Used is equal to 0 kWh; (All At Night * Night + All By Day * Day) / Used otherwise.
                Own Night is Night in bands: up to 300 kWh at 0.10 EUR per kWh; above at 0.20 EUR per kWh.
                Own Day is Day in bands: up to 300 kWh at 0.30 EUR per kWh; above at 0.50 EUR per kWh.
                clause 1 "Energy": Client shall pay Shared to Supplier at settlement.
                scenario "a month":
                  given Main Meter reads 0 kWh each over 1 January 2027 to 31 January 2027.
                  given Main Meter reads 100 kWh each from 01:00 to 03:00 over 5 January 2027 to 5 January 2027.
                  given Main Meter reads 400 kWh each from 10:00 to 11:00 over 5 January 2027 to 5 January 2027.
                  settle Month starting 1 January 2027.
                  expect Shared to be 190 EUR.
                  expect Own Night + Own Day to be 160 EUR.
                scenario "a month without use":
                  given Main Meter reads 0 kWh each over 1 January 2027 to 31 January 2027.
                  settle Month starting 1 January 2027.
                  expect no payment.
                """);
    }

    @Test
    void trap_9_the_vat_of_a_correction_is_the_difference_of_two_documents_and_not_that_of_the_difference() {
        assertMet(HEAD + """
                clause 1 "Energy":
                  Client shall pay (the total of Main Meter over Month) * 0.01 EUR per kWh to Supplier at settlement.
                VAT at 9 % is added to clause 1.
                scenario "237.28 and then 230.93":
                  given Main Meter totals 23,728 kWh over 1 January 2027 to 31 January 2027.
                  settle Month starting 1 January 2027.
                  given Main Meter totals 23,093 kWh over 1 January 2027 to 31 January 2027.
                  settle Month starting 1 January 2027 again.
                  expect a correction of 6.35 EUR, plus VAT of 0.58 EUR, in total 6.93 EUR, payable by Supplier to Client.
                """);
    }

    @Test
    void trap_10_a_register_that_rolls_over_has_counted_on() {
        assertMet(HEAD + """
                meter Heat Meter registers MWh every 1 day from "meter/2", rolls over at 1,000 MWh.
                when readings of Heat Meter are missing, hold settlement.
                Heat is the total of Heat Meter over Month.
                clause 1 "Heat": Client shall pay Heat * 65.941576 EUR per MWh to Supplier at settlement.
                scenario "over the top":
                  given Heat Meter stands at 942.318 MWh on 1 January 2027.
                  given Heat Meter stands at 56.811 MWh on 1 February 2027.
                  settle Month starting 1 January 2027.
                  expect Heat to be 114.493 MWh.
                  expect Client to pay 7,549.85 EUR to Supplier.
                """);
    }

    @Test
    void trap_11_an_excess_inside_the_deadband_or_a_shortfall_never_becomes_a_negative_repayment() {
        assertMet(HEAD + """
                Guaranteed is 100,000 kWh.
                Verified is the total of Main Meter over Year.
                Band is 2 % of Guaranteed.
                Gap is Verified - Guaranteed.
                Shortfall is 0 kWh - Gap when Gap is below 0 kWh - Band; 0 kWh otherwise.
                Excess is Gap when Gap is above Band; 0 kWh otherwise.
                Repaid is the lesser of (Excess * 0.09 EUR per kWh) and the previous Owed Back.
                Owed Back is (the previous Owed Back + Shortfall * 0.09 EUR per kWh) - Repaid.
                Owed Back starts at 0 EUR.
                clause 1 "Shortfall": Supplier shall pay Shortfall * 0.09 EUR per kWh to Client at settlement.
                clause 2 "Repayment": Client shall pay Repaid to Supplier at settlement.
                scenario "a little less":
                  given the previous Owed Back is 500 EUR.
                  given Main Meter totals 98,500 kWh over 1 January 2027 to 31 December 2027.
                  settle Year starting 1 January 2027.
                  expect no payment.
                scenario "a little more" like "a little less":
                  given Main Meter totals 101,999 kWh over 1 January 2027 to 31 December 2027.
                  expect no payment.
                  expect Owed Back to be 500 EUR.
                scenario "far less" like "a little less":
                  given Main Meter totals 90,000 kWh over 1 January 2027 to 31 December 2027.
                  expect Supplier to pay 900.00 EUR to Client under clause 1.
                  expect no payment under clause 2.
                scenario "far more" like "a little less":
                  given Main Meter totals 120,000 kWh over 1 January 2027 to 31 December 2027.
                  expect Client to pay 500.00 EUR to Supplier under clause 2.
                  expect Owed Back to be 0 EUR.
                """);
    }

    @Test
    void trap_12_a_change_in_one_quarter_moves_the_band_of_later_quarters_too() {
        assertMet(HEAD + """
                period Quarter is every 3 months from 1 January 2027.
                adjustment Static Factor in kWh, proposed by Supplier, confirmed by Client.
                Saved is the total of Main Meter over Quarter + the total of Static Factor over Quarter.
                Share is Saved in bands: up to 100 MWh at 70 %; up to 150 MWh at 50 %; above at 30 %,
                  counted from the start of Year.
                clause 1 "Share": Client shall pay Share * 0.1 EUR per kWh to Supplier at settlement.
                scenario "a static factor of the third quarter":
                  given Main Meter totals 40,000 kWh over 1 January 2027 to 31 March 2027.
                  given Main Meter totals 30,000 kWh over 1 April 2027 to 30 June 2027.
                  given Main Meter totals 29,000 kWh over 1 July 2027 to 30 September 2027.
                  given Main Meter totals 40,000 kWh over 1 October 2027 to 31 December 2027.
                  settle Quarter starting 1 January 2027.
                  settle Quarter starting 1 April 2027.
                  settle Quarter starting 1 July 2027.
                  settle Quarter starting 1 October 2027.
                  expect Share to be 20,200 kWh for Quarter starting 1 October 2027.
                  given Static Factor is -2,400 kWh over 1 July 2027 to 30 September 2027.
                  settle Quarter starting 1 July 2027 again.
                  expect Share to be 18,620 kWh for Quarter starting 1 July 2027.
                  expect Share to be 20,680 kWh for Quarter starting 1 October 2027.
                  expect a correction of 48.00 EUR, payable by Client to Supplier for Quarter starting 1 October 2027.
                """);
    }
}
