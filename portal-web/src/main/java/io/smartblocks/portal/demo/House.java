package io.smartblocks.portal.demo;

import java.time.LocalDate;

/** The house with flats: hot water on every day, heat below 15.5 °C, and a flat whose people like it a little warmer. */
record House(CampusWeather weather, Chance chance) {

    private static final int EVERY_DAY = 205;
    private static final int PER_DEGREE_DAY = 88;
    /** In hundredths of a kWh. */
    private static final int FLAT_EVERY_DAY = 940;

    private static final int FLAT_PER_DEGREE_DAY = 440;
    /** What of a day's heat falls into each local hour, in parts of a thousand. */
    private static final int[] HOURS = {
        20, 18, 18, 18, 22, 36, 64, 74, 62, 44, 34, 32, 34, 32, 30, 32, 40, 56, 68, 72, 66, 54, 42, 32
    };

    /** What the house takes in a day, in kWh. */
    long heat(LocalDate day) {
        return swinging(EVERY_DAY + (long) PER_DEGREE_DAY * weather.degreeDays(day) / 100, chance.of(1), 50, day);
    }

    /** What the flat takes in an hour of a day, in hundredths of a kWh. */
    long heatOfFlat(LocalDate day, int hour) {
        long use = FLAT_EVERY_DAY + (long) FLAT_PER_DEGREE_DAY * weather.degreeDays(day) / 100;
        long ofHour = swinging(use, chance.of(2), 120, day) * HOURS[hour] / 1000;
        return ofHour * (1000 + chance.of(3).around(180, day.toEpochDay() * 24 + hour)) / 1000;
    }

    private static long swinging(long use, Chance chance, int perMille, LocalDate day) {
        return use * (1000 + chance.around(perMille, day.toEpochDay())) / 1000;
    }
}
