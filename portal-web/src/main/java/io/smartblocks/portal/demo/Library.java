package io.smartblocks.portal.demo;

import java.time.LocalDate;

/** The library of the campus, heated with gas below 15.5 °C, which needs about a quarter less since it was insulated. */
record Library(CampusWeather weather, Chance chance, LocalDate insulated) {

    private static final int EVERY_DAY = 96;
    private static final int PER_DEGREE_DAY = 52;
    private static final int LEFT_PER_MILLE = 765;
    /** How far the months differ, by who is in the house. */
    private static final int MONTHS_DIFFER = 60;

    /** What a day takes, in kWh. */
    long gas(LocalDate day) {
        long use = EVERY_DAY + (long) PER_DEGREE_DAY * weather.degreeDays(day) / 100;
        long month = day.getYear() * 12L + day.getMonthValue();
        long left =
                day.isBefore(insulated) ? 1000 : LEFT_PER_MILLE + chance.of(1).around(MONTHS_DIFFER, month);
        return use * left * (1000 + chance.around(90, day.toEpochDay())) / 1_000_000;
    }
}
