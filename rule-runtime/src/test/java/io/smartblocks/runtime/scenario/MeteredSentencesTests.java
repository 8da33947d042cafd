package io.smartblocks.runtime.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.runtime.SharedFiles;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is metered, told as scenarios: registers, estimates, degrees, powers and events; each figure worked out by hand. */
class MeteredSentencesTests {

    private static final String HEAD = """
            contract "Metered" version 1.0.
            in force from 1 January 2027 to 31 December 2028.
            time zone "Europe/Dublin".
            working days follow "Ireland".
            due dates roll to the next working day.
            money is rounded half up to 0.01 EUR.
            payments of one settlement are set off.
            party Supplier is "Supplier Ltd".
            party Client is "Client Ltd".
            meter Half Hour Meter reads kWh every 30 minutes from "meter/half".
            meter Day Meter reads kWh every 1 day from "meter/day".
            meter Signal reads kW every 15 minutes from "meter/signal".
            meter Sensor reads °C every 30 minutes from "meter/sensor".
            meter Register registers MWh every 1 day from "meter/register", rolls over at 1,000 MWh.
            meter Plain Register registers kWh every 1 day from "meter/plain".
            event Outage has Outage Length in hours, Outage Load in kW, reported by Supplier.
            event Call is reported by Client.
            index Market Price is published in EUR per kWh every 1 month by "Exchange".
            period Month is every 1 month from 1 January 2027, settled 5 working days after its end.
            period Year is every 1 year from 1 January 2027, settled 20 working days after its end.
            season Winter is 1 November to 31 March.
            Usual Load is 6 kWh.
            when readings of Half Hour Meter are missing:
              for up to 3 hours, use Usual Load / 2;
              for longer, hold settlement.
            when readings of Day Meter, Register, Plain Register, Signal, Sensor are missing, hold settlement.
            """;

    @Test
    void a_register_counts_on_past_its_roll_over() {
        assertMet("""
                Heat is the total of Register over Month.
                clause 1 "Heat": Client shall pay Heat * 10 EUR per MWh to Supplier at settlement.
                scenario "rolls over":
                  given Register stands at 990.5 MWh on 1 January 2027.
                  given Register stands at 12.25 MWh on 1 February 2027.
                  given Register stands at 13.25 MWh on 1 March 2027.
                  settle Month starting 1 January 2027.
                  expect Heat to be 21.75 MWh.
                  settle Month starting 1 February 2027.
                  expect Heat to be 1.00 MWh.
                  expect Client to pay 10.00 EUR to Supplier.
                """);
    }

    @Test
    void a_price_by_the_hour_meets_each_reading_at_its_start_and_counts_once_an_hour() {
        assertMet("""
                index Spot Price is published in EUR per MWh every 1 hour by "Exchange".
                period Trading Day is every 1 day from 1 January 2027.
                Bought is the total of (Half Hour Meter * Spot Price) over Trading Day.
                Middle Price is the average of Spot Price over Trading Day.
                Evening Price is the average of Spot Price from 17:00 to 19:00 over Trading Day.
                Lowest Price is the lowest of Spot Price over Trading Day.
                Sum Of Prices is the total of Spot Price over Trading Day.
                Last Price is the value of Spot Price at the end of Trading Day.
                clause 1 "Bought": Client shall pay Bought to Supplier at settlement.
                scenario "a dear evening":
                  given Half Hour Meter reads 10 kWh each over 1 March 2027 to 1 March 2027.
                  given Spot Price is 100 EUR per MWh over 1 March 2027 to 1 March 2027.
                  given Spot Price is 400 EUR per MWh from 17:00 to 19:00 over 1 March 2027 to 1 March 2027.
                  given Spot Price is 40 EUR per MWh from 23:00 to 01:00 over 1 March 2027 to 1 March 2027.
                  settle Trading Day starting 1 March 2027.
                  expect Bought to be 58.80 EUR.
                  expect Middle Price to be 122.50 EUR per MWh.
                  expect Evening Price to be 400 EUR per MWh.
                  expect Lowest Price to be 40 EUR per MWh.
                  expect Sum Of Prices to be 2,940 EUR per MWh.
                  expect Last Price to be 40 EUR per MWh.
                scenario "prices of the long day in October":
                  given Half Hour Meter reads 1 kWh each over 31 October 2027 to 31 October 2027.
                  given Spot Price is 10; 20; 30; 40; 50; 60; 70; 80; 90; 100; 110; 120; 130; 140; 150; 160; 170; 180; 190;
                    200; 210; 220; 230; 240; 250 EUR per MWh every 1 hour from 31 October 2027.
                  settle Trading Day starting 31 October 2027.
                  expect Sum Of Prices to be 3,250 EUR per MWh.
                  expect Middle Price to be 130 EUR per MWh.
                  expect Bought to be 6.50 EUR.
                """);
    }

    @Test
    void stands_that_cannot_follow_each_other_hold_the_settlement() {
        assertMet("""
                Heat is the total of Register over Month.
                Water is the total of Plain Register over Month.
                clause 1 "Heat": Client shall pay Heat * 10 EUR per MWh to Supplier at settlement.
                clause 2 "Water": Client shall pay Water * 1 EUR per kWh to Supplier at settlement.
                scenario "a misread stand is no roll-over of nearly the whole range":
                  given Register stands at 500 MWh on 1 January 2027.
                  given Register stands at 499 MWh on 1 February 2027.
                  given Plain Register totals 5 kWh over 1 January 2027 to 31 January 2027.
                  settle Month starting 1 January 2027.
                  expect settlement to be held.
                scenario "a stand that the register never shows":
                  given Register stands at 500 MWh on 1 January 2027.
                  given Register stands at 1,001 MWh on 1 February 2027.
                  given Plain Register totals 5 kWh over 1 January 2027 to 31 January 2027.
                  settle Month starting 1 January 2027.
                  expect settlement to be held.
                scenario "a register that does not roll over never goes back":
                  given Register totals 5 MWh over 1 January 2027 to 31 January 2027.
                  given Plain Register stands at 5 kWh on 1 January 2027.
                  given Plain Register stands at 4 kWh on 1 February 2027.
                  settle Month starting 1 January 2027.
                  expect settlement to be held.
                scenario "corrected" like "a register that does not roll over never goes back":
                  given Plain Register stands at 9 kWh on 1 February 2027.
                  expect Water to be 4 kWh.
                scenario "no stand at the end":
                  given Register totals 5 MWh over 1 January 2027 to 31 January 2027.
                  given Plain Register stands at 5 kWh on 1 January 2027.
                  given Plain Register stands at 7 kWh on 31 January 2027.
                  settle Month starting 1 January 2027.
                  expect settlement to be held.
                """);
    }

    @Test
    void stands_are_spread_evenly_over_the_days_between_them() {
        assertMet("""
                Heat is the total of Register over Month.
                Weekends is the total of Register on weekends over Month.
                Most is the highest of Register over Month.
                clause 1 "Heat": Client shall pay Heat * 10 EUR per MWh to Supplier at settlement.
                scenario "thirty-one days":
                  given Register stands at 100 MWh on 1 January 2027.
                  given Register is estimated at 140 MWh on 1 February 2027.
                  given Register stands at 131 MWh on 1 February 2027.
                  given Register stands at 117 MWh on 11 January 2027.
                  settle Month starting 1 January 2027.
                  expect Heat to be 31 MWh.
                  expect Most to be 1.7 MWh.
                  expect Weekends to be 10.8000 MWh.
                """);
    }

    @Test
    void an_estimate_may_be_a_term_of_the_agreement() {
        assertMet("""
                Used is the total of Half Hour Meter over Month.
                clause 1 "Use": Client shall pay Used * 1 EUR per kWh to Supplier at settlement.
                scenario "two hours are filled":
                  given Half Hour Meter reads 1 kWh each over 1 January 2027 to 31 January 2027.
                  given no readings of Half Hour Meter from 10:00 to 12:00 over 5 January 2027 to 5 January 2027.
                  settle Month starting 1 January 2027.
                  expect Used to be 1,496 kWh.
                """);
    }

    @Test
    void degree_hours_count_each_reading_by_its_length() {
        assertMet(
                """
                Cold is the degree hours of Sensor below 19 °C over Month.
                Hot is the degree hours of Sensor above 26 °C over Month.
                Cold At Work is the degree hours of Sensor below 19 °C on working days from 08:00 to 18:00 over Month.
                Set Point is 20 °C.
                Below Set Point is the degree hours of Sensor below Set Point over Month.
                Cold Before is the degree hours of Sensor below 19 °C over the previous 1 Month.
                clause 1 "Comfort":
                  Supplier shall pay (Cold + Hot + Cold At Work + Below Set Point + Cold Before) * 2 EUR per degree hour
                  to Client at settlement.
                scenario "a cold working morning and a hot Sunday":
                  given Sensor reads 20 °C each over 1 January 2027 to 28 February 2027.
                  given Sensor reads 16.5 °C each from 06:00 to 10:00 over 5 January 2027 to 5 January 2027.
                  given Sensor reads 27 °C each from 12:00 to 12:30 over 10 January 2027 to 10 January 2027.
                  settle Month starting 1 January 2027.
                  expect Cold to be 10 degree hours.
                  expect Hot to be 0.5 degree hours.
                  expect Cold At Work to be 5 degree hours.
                  expect Below Set Point to be 14 degree hours.
                scenario "the month after" after "a cold working morning and a hot Sunday":
                  settle Month starting 1 February 2027.
                  expect Cold to be 0 degree hours.
                  expect Cold Before to be 10 degree hours.
                  expect Supplier to pay 20.00 EUR to Client.
                """,
                "in force from 1 January 2027",
                "in force from 1 December 2026",
                "from 1 January 2027, settled 5",
                "from 1 December 2026, settled 5");
    }

    @Test
    void power_and_energy_take_the_length_of_the_interval_from_the_meter() {
        assertMet("""
                Peak is the highest power of Half Hour Meter over Month.
                Night Peak is the highest power of Half Hour Meter from 23:00 to 07:00 over Month.
                Day Power is the highest power of Day Meter over Month.
                Signalled is the highest power of Signal over Month.
                Called is the total of the energy of Signal over Month.
                Delivered is the highest power of (the energy of Signal) over Month.
                clause 1 "Demand":
                  Client shall pay Peak * 4 EUR per kW + Called * 0.10 EUR per kWh + Night Peak * 1 EUR per kW
                  + Day Power * 0 EUR per kW + Signalled * 0 EUR per kW + Delivered * 0 EUR per kW to Supplier at settlement.
                scenario "March with its day of 23 hours":
                  given Half Hour Meter reads 10 kWh each over 1 March 2027 to 31 March 2027.
                  given Half Hour Meter reads 50 kWh each from 17:00 to 17:30 over 4 March 2027 to 4 March 2027.
                  given Half Hour Meter reads 20 kWh each from 02:30 to 03:00 over 4 March 2027 to 4 March 2027.
                  given Day Meter reads 230 kWh each over 1 March 2027 to 31 March 2027.
                  given Signal reads 0 kW each over 1 March 2027 to 31 March 2027.
                  given Signal reads 80 kW each from 18:00 to 20:00 over 9 March 2027 to 9 March 2027.
                  settle Month starting 1 March 2027.
                  expect Peak to be 100 kW.
                  expect Night Peak to be 40 kW.
                  expect Day Power to be 10 kW.
                  expect Signalled to be 80 kW.
                  expect Called to be 160 kWh.
                  expect Delivered to be 80 kW.
                  expect Client to pay 456.00 EUR to Supplier.
                """);
    }

    @Test
    void the_calendar_is_counted_in_whole_parts() {
        assertMet("""
                Working Days is the days of Month on working days.
                Winter Days is the days of Year in Winter.
                Winter Months is the months of Year in Winter.
                Summer Months is the months of Year outside Winter.
                Nights is the hours of Month from 23:00 to 08:00.
                clause 1 "Fee": Client shall pay Working Days * 1 EUR per day + Nights * 0 EUR per hour to Supplier at settlement.
                clause 2 "Year":
                  Client shall pay Winter Months * 100 EUR per month + Winter Days * 0 EUR per day
                  + Summer Months * 0 EUR per month to Supplier at settlement.
                scenario "October, when the clock goes back, and the year":
                  settle Month starting 1 October 2027.
                  expect Working Days to be 20 days.
                  expect Nights to be 280 hours.
                  settle Year starting 1 January 2027.
                  expect Winter Days to be 151 days.
                  expect Winter Months to be 5 months.
                  expect Summer Months to be 7 months.
                  expect Client to pay 500.00 EUR to Supplier under clause 2.
                """);
    }

    @Test
    void each_full_step_of_every_outage_is_not_that_of_their_sum() {
        assertMet("""
                Outage Credit is 25 EUR for each full 4 hours of Outage Length.
                Outage Credits is the total of Outage Credit over Month.
                All Outages is the total of Outage Length over Month.
                Credit Of Sum is 25 EUR for each full 4 hours of All Outages.
                Lost Value is the total of (Outage Length * Outage Load * Market Price) over Month.
                Night Outages is the number of Outage from 23:00 to 07:00 over Month.
                Working Outages is the number of Outage on working days over Month.
                Outages is the number of Outage over Month.
                Longest is the highest of Outage Length on weekends over Month.
                Calls is the number of Call over Month.
                Tariff is 2 EUR per kWh when it is a weekend; 1 EUR per kWh otherwise.
                Charged is the total of (Outage Length * Outage Load * Tariff) over Month.
                clause 1 "Outages":
                  Supplier shall pay Outage Credits + Credit Of Sum * 0 + Lost Value + Charged to Client at settlement.
                clause 2 "Calls": Client shall pay Calls * 3 EUR + Longest * 0 EUR per hour to Supplier at settlement.
                scenario "three outages of three hours":
                  given Outage on 9 March 2027 at 23:00 with Outage Length of 3 hours, Outage Load of 10 kW.
                  given Outage on 4 March 2027 at 18:30 with Outage Load of 20 kW, Outage Length of 3 hours.
                  given Outage on 14 March 2027 at 06:59 with Outage Length of 180 minutes, Outage Load of 0 MW.
                  given Outage on 1 April 2027 at 00:00 with Outage Length of 40 hours, Outage Load of 5 kW.
                  given Call on 31 March 2027 at 23:59.
                  given Call on 31 March 2027 at 23:59.
                  given Market Price is 0.20 EUR per kWh over 1 March 2027 to 31 March 2027.
                  given Market Price is 0.50 EUR per kWh over 9 March 2027 to 9 March 2027.
                  settle Month starting 1 March 2027.
                  expect Outage Credits to be 0 EUR.
                  expect Credit Of Sum to be 50 EUR.
                  expect Lost Value to be 27 EUR.
                  expect Night Outages to be 2.
                  expect Working Outages to be 2.
                  expect Outages to be 3.
                  expect Longest to be 3 hours.
                  expect Calls to be 2.
                  expect Charged to be 90 EUR.
                  expect Supplier to pay 117.00 EUR to Client.
                """);
    }

    @Test
    void steps_are_counted_reading_by_reading() {
        assertMet("""
                Blocks is the total of (0.10 EUR for each full 3 kWh of Half Hour Meter) over Month.
                Parts is the total of (0.10 EUR for each 4 kWh of Half Hour Meter) over Month.
                clause 1 "Blocks": Client shall pay Blocks + Parts to Supplier at settlement.
                scenario "April":
                  given Half Hour Meter reads 2 kWh each over 1 April 2027 to 30 April 2027.
                  given Half Hour Meter reads 7 kWh each from 08:00 to 09:00 over 1 April 2027 to 1 April 2027.
                  settle Month starting 1 April 2027.
                  expect Blocks to be 0.40 EUR.
                  expect Parts to be 72.25 EUR.
                """);
    }

    private static void assertMet(String text, String... replaced) {
        String whole = HEAD + text;
        for (int i = 0; i < replaced.length; i += 2) {
            assertThat(whole).contains(replaced[i]);
            whole = whole.replaceFirst(replaced[i], replaced[i + 1]);
        }
        Agreement agreement = SharedFiles.compiled("metered", whole);
        List<ScenarioResult> results = ScenarioRunner.run(agreement);
        assertThat(results)
                .isNotEmpty()
                .allSatisfy(result -> assertThat(result.steps()).isNotEmpty());
        assertThat(results.stream().flatMap(result -> result.failures().stream()))
                .isEmpty();
    }
}
