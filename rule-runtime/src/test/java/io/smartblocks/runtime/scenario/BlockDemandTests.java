package io.smartblocks.runtime.scenario;

import static io.smartblocks.runtime.scenario.Told.assertMet;

import org.junit.jupiter.api.Test;

/** The highest power of quarter hours, of half hours and of hours, of one meter and of several at once. */
class BlockDemandTests {

    private static final String HEAD = Told.supply() + """
            meter Main Meter reads kWh every 15 minutes from "meter/1".
            meter Second Meter reads kWh every 15 minutes from "meter/2".
            meter Power Meter reads kW every 15 minutes from "meter/3".
            when readings of Main Meter, Second Meter, Power Meter are missing, hold settlement.
            period Day is every 1 day from 1 January 2027.
            """;

    @Test
    void a_longer_demand_interval_joins_readings_from_the_start_of_the_period() {
        assertMet(HEAD + """
                Quarter Peak is the highest power of Main Meter over Day.
                Same Peak is the highest power of Main Meter in each 15 minutes over Day.
                Half Peak is the highest power of Main Meter in each 30 minutes over Day.
                Hour Peak is the highest power of Main Meter in each 1 hour over Day.
                Evening Peak is the highest power of Main Meter in each 30 minutes on weekdays from 17:00 to 19:00 over Day.
                Mean Peak is the highest power of Power Meter in each 1 hour over Day.
                clause 1 "Peak": Client shall pay Half Peak * 1 EUR per kW to Supplier at settlement.
                scenario "a spike over the half hour":
                  given Main Meter reads 1 kWh each over 4 January 2027 to 4 January 2027.
                  given Main Meter reads 5 kWh each from 10:15 to 10:45 over 4 January 2027 to 4 January 2027.
                  given Main Meter reads 2 kWh each from 17:30 to 18:00 over 4 January 2027 to 4 January 2027.
                  given Power Meter reads 8 kW each over 4 January 2027 to 4 January 2027.
                  given Power Meter reads 20 kW each from 10:15 to 10:45 over 4 January 2027 to 4 January 2027.
                  settle Day starting 4 January 2027.
                  expect Quarter Peak to be 20 kW.
                  expect Same Peak to be 20 kW.
                  expect Half Peak to be 12 kW.
                  expect Hour Peak to be 12 kW.
                  expect Evening Peak to be 8 kW.
                  expect Mean Peak to be 14 kW.
                """);
    }

    @Test
    void the_peak_of_several_meters_is_that_of_their_sum_at_one_time() {
        assertMet(HEAD + """
                Site is Main Meter + Second Meter.
                Own Peaks is the highest power of Main Meter over Day + the highest power of Second Meter over Day.
                Coincident Peak is the highest power of Site over Day.
                Hour Peak is the highest power of (Main Meter + Second Meter) in each 60 minutes over Day.
                clause 1 "Peak": Client shall pay Coincident Peak * 1 EUR per kW to Supplier at settlement.
                scenario "two peaks that do not meet":
                  given Main Meter reads 1 kWh each over 4 January 2027 to 4 January 2027.
                  given Main Meter reads 5 kWh each from 10:00 to 11:00 over 4 January 2027 to 4 January 2027.
                  given Second Meter reads 1 kWh each over 4 January 2027 to 4 January 2027.
                  given Second Meter reads 3 kWh each from 15:00 to 15:30 over 4 January 2027 to 4 January 2027.
                  given Power Meter reads 0 kW each over 4 January 2027 to 4 January 2027.
                  settle Day starting 4 January 2027.
                  expect Own Peaks to be 32 kW.
                  expect Coincident Peak to be 24 kW.
                  expect Hour Peak to be 24 kW.
                """);
    }

    @Test
    void the_hours_of_a_long_day_are_joined_as_they_pass() {
        assertMet(HEAD + """
                Hour Peak is the highest power of Main Meter in each 1 hour over Day.
                clause 1 "Peak": Client shall pay Hour Peak * 1 EUR per kW to Supplier at settlement.
                scenario "the repeated hour":
                  given Main Meter reads 1 kWh each over 31 October 2027 to 31 October 2027.
                  given Main Meter reads 2 kWh each from 01:00 to 02:00 over 31 October 2027 to 31 October 2027.
                  settle Day starting 31 October 2027.
                  expect Hour Peak to be 8 kW.
                """);
    }
}
