package io.smartblocks.portal.demo;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/** What the heat register of the engine house has counted since it was put in, in kWh. */
final class HeatRegister {

    private static final LocalDate PUT_IN = LocalDate.of(2024, 1, 1);
    /** Hot water and losses of the pipes, whatever the weather. */
    private static final int EVERY_DAY = 420;

    private static final int PER_DEGREE_DAY = 95;

    private final CampusWeather weather;
    private final Chance chance;
    private final TreeMap<LocalDate, Long> stands = new TreeMap<>(Map.of(PUT_IN, 0L));

    HeatRegister(CampusWeather weather, Chance chance) {
        this.weather = weather;
        this.chance = chance;
    }

    /** The stand at the start of a day, as if it never began again at 0. */
    synchronized long standAt(LocalDate day) {
        Map.Entry<LocalDate, Long> last = stands.lastEntry();
        long stand = last.getValue();
        for (LocalDate passed = last.getKey(); passed.isBefore(day); passed = passed.plusDays(1)) {
            stand += heat(passed);
            stands.put(passed.plusDays(1), stand);
        }
        return stands.getOrDefault(day, 0L);
    }

    private long heat(LocalDate day) {
        long use = EVERY_DAY + (long) PER_DEGREE_DAY * weather.degreeDays(day) / 100;
        return use * (1000 + chance.around(40, day.toEpochDay())) / 1000;
    }
}
