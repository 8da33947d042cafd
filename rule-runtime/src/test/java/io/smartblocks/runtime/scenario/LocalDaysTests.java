package io.smartblocks.runtime.scenario;

import static io.smartblocks.runtime.scenario.Told.assertMet;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Days as long as the local clock makes them, wherever and at whatever hour it is changed. */
class LocalDaysTests {

    @ParameterizedTest
    @CsvSource({
        "Europe/Dublin, 28 March 2027, 46, 16, 23",
        "Europe/Dublin, 31 October 2027, 50, 20, 25",
        "America/New_York, 14 March 2027, 46, 16, 23",
        "America/New_York, 7 November 2027, 50, 20, 25",
        "America/Santiago, 5 September 2027, 46, 16, 23",
        "America/Santiago, 3 April 2027, 50, 20, 25",
        "Asia/Beirut, 28 March 2027, 46, 16, 23",
        "Asia/Beirut, 30 October 2027, 50, 20, 25",
        "Australia/Lord_Howe, 3 October 2027, 47, 17, 23.5",
        "Australia/Lord_Howe, 4 April 2027, 49, 19, 24.5",
        "Asia/Kolkata, 28 March 2027, 48, 18, 24",
    })
    void readings_and_nights_and_hours_of_a_day_are_those_of_the_local_clock(
            String zone, String day, int halfHours, int ofTheNight, String hours) {
        assertMet(Told.supply(zone, "0.01 EUR", "Ireland")
                + """
                meter Main Meter reads kWh every 30 minutes from "meter/1".
                when readings of Main Meter are missing, hold settlement.
                period Day is every 1 day from 1 January 2027.
                Used is the total of Main Meter over Day.
                Night is the total of Main Meter from 23:00 to 08:00 over Day.
                Length is the hours of Day.
                clause 1 "Energy": Client shall pay Used * 1 EUR per kWh to Supplier at settlement.
                scenario "a day":
                  given Main Meter reads 1 kWh each over DAY to DAY.
                  settle Day starting DAY.
                  expect Used to be ALL kWh.
                  expect Night to be NIGHT kWh.
                  expect Length to be LONG hours.
                """.replace("DAY", day)
                        .replace("ALL", "" + halfHours)
                        .replace("NIGHT", "" + ofTheNight)
                        .replace("LONG", hours));
    }

    @Test
    void winter_in_dublin_is_told_by_the_clock_and_not_by_what_is_called_saving() {
        assertMet(Told.supply() + """
                meter Main Meter reads kWh every 1 hour from "meter/1".
                when readings of Main Meter are missing, hold settlement.
                period Month is every 1 month from 1 January 2027.
                Evening is the total of Main Meter from 17:00 to 19:00 over Month.
                clause 1 "Energy": Client shall pay Evening * 1 EUR per kWh to Supplier at settlement.
                scenario "as many evenings in winter as in summer":
                  given Main Meter reads 1 kWh each over 1 January 2027 to 31 July 2027.
                  settle Month starting 1 January 2027.
                  expect Evening to be 62 kWh for Month starting 1 January 2027.
                  settle Month starting 1 July 2027.
                  expect Evening to be 62 kWh for Month starting 1 July 2027.
                """);
    }

    @Test
    void a_season_over_new_year_ends_with_the_day_that_it_names_also_in_a_leap_year() {
        assertMet(Told.supply() + """
                meter Main Meter reads kWh every 1 day from "meter/1".
                when readings of Main Meter are missing, hold settlement.
                period Month is every 1 month from 1 January 2027.
                season Short Winter is 1 November to 28 February.
                season Long Winter is 1 November to 29 February.
                Short is the total of Main Meter in Short Winter over Month.
                Long is the total of Main Meter in Long Winter over Month.
                Long Days is the days of Month in Long Winter.
                clause 1 "Energy": Client shall pay Short * 1 EUR per kWh to Supplier at settlement.
                scenario "a leap day":
                  given Main Meter reads 1 kWh each over 1 February 2028 to 31 March 2028.
                  settle Month starting 1 February 2028.
                  expect Short to be 28 kWh.
                  expect Long to be 29 kWh.
                  expect Long Days to be 29 days.
                  settle Month starting 1 March 2028.
                  expect Long to be 0 kWh.
                scenario "a common year":
                  given Main Meter reads 1 kWh each over 1 February 2027 to 28 February 2027.
                  settle Month starting 1 February 2027.
                  expect Short to be 28 kWh.
                  expect Long to be 28 kWh.
                """);
    }

    @Test
    void weekdays_take_in_public_holidays_and_working_days_do_not() {
        assertMet(Told.supply("America/New_York", "0.01 USD", "United States") + """
                meter Main Meter reads kWh every 1 day from "meter/1".
                when readings of Main Meter are missing, hold settlement.
                period Month is every 1 month from 1 January 2027.
                Weekdays is the total of Main Meter on weekdays over Month.
                Working is the total of Main Meter on working days over Month.
                Weekends is the total of Main Meter on weekends over Month.
                Day Price is 2 USD per kWh when it is a weekday; 1 USD per kWh otherwise.
                Cost is the total of (Main Meter * Day Price) over Month.
                clause 1 "Energy": Client shall pay Cost to Supplier at settlement.
                scenario "July 2027, in which the fourth is a Sunday":
                  given Main Meter reads 1 kWh each over 1 July 2027 to 31 July 2027.
                  settle Month starting 1 July 2027.
                  expect Weekdays to be 22 kWh.
                  expect Working to be 21 kWh.
                  expect Weekends to be 9 kWh.
                  expect Cost to be 53 USD.
                """);
    }
}
