package io.smartblocks.portal.demo;

import java.time.LocalDate;

/** The weather over the campus: seasons of Dublin with spells of some days, in hundredths of a degree and of a degree day. */
record CampusWeather(Chance chance) {

    /** Mean temperatures of January to December at Dublin, rounded to a tenth of a degree. */
    private static final int[] MONTHLY_MEAN = {530, 540, 690, 870, 1120, 1390, 1560, 1540, 1360, 1070, 760, 600};

    private static final int HEATING_BASE = 1550;
    private static final int SPELL_DAYS = 5;

    /** The mean temperature of a day, in hundredths of a degree Celsius. */
    int temperature(LocalDate day) {
        long at = day.toEpochDay();
        return normal(day)
                + chance.of(1).drifting(350, SPELL_DAYS, at)
                + chance.of(2).around(80, at);
    }

    /** The heating degree days of a day against 15.5 °C, in hundredths. */
    int degreeDays(LocalDate day) {
        return Math.max(0, HEATING_BASE - temperature(day));
    }

    /** How strongly the wind blows in a quarter hour since 1970, from 0 to 1000; stronger in winter. */
    int wind(long quarterHour, LocalDate day) {
        int winter = (1560 - normal(day)) / 8;
        int gusts = chance.of(3).drifting(330, 36, quarterHour) + chance.of(4).around(40, quarterHour);
        return Math.min(1000, Math.max(0, 430 + winter + gusts));
    }

    private static int normal(LocalDate day) {
        int middle = 15;
        int month = day.getMonthValue() - 1;
        int other = day.getDayOfMonth() < middle ? Math.floorMod(month - 1, 12) : (month + 1) % 12;
        int away = Math.abs(day.getDayOfMonth() - middle);
        return (MONTHLY_MEAN[month] * (31 - away) + MONTHLY_MEAN[other] * away) / 31;
    }
}
