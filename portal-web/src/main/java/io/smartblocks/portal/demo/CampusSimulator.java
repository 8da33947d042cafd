package io.smartblocks.portal.demo;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.IntToLongFunction;
import java.util.stream.Stream;

/**
 * Makes the readings of the demo campus, in whole watt hours for electricity: a load that follows the working day, heat and
 * power in heating months, a turbine in the wind, boilers that follow the cold, and now and then a gap.
 */
final class CampusSimulator {

    private static final int QUARTER_MINUTES = 15;
    private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    /** Load by the local hour on a working day, in kW. */
    private static final int[] WORKING_DAY_LOAD = {
        168, 164, 162, 162, 166, 178, 214, 268, 342, 396, 418, 424, 412, 418, 420, 408, 386, 352, 316, 282, 248, 218,
        194, 178
    };

    private static final int WEEKEND_PERCENT = 58;
    private static final int TURBINE_QUARTER_HOUR = 55_000;
    private static final int ENGINE_QUARTER_HOUR = 30_000;
    private static final long ROOF_QUARTER_HOUR = 21_000;
    private static final int MIDSUMMER = 172;
    private static final int YEAR = 365;
    /** Minutes from sunrise to noon on the longest day, and how many fewer on the shortest; noon by the local clock. */
    private static final int LONGEST_HALF_DAY = 500;

    private static final int SHORTER_BY = 280;
    private static final int NOON = 780;
    private static final int DAILY_GAS = 310;
    private static final int GAS_PER_DEGREE_DAY = 236;

    private final Chance chance;
    private final CampusWeather weather;
    private final ZoneId zone;
    private final LocalDate readLate;
    private final HeatRegister heat;
    private final Library library;
    private final House house;

    /** The campus whose library was insulated before the given day. */
    CampusSimulator(long seed, ZoneId zone, LocalDate insulated) {
        this.chance = new Chance(seed);
        this.weather = new CampusWeather(chance.of(10));
        this.zone = zone;
        this.heat = new HeatRegister(weather, chance.of(15));
        this.library = new Library(weather, chance.of(16), insulated);
        this.house = new House(weather, chance.of(19));
        this.readLate = insulated.plusMonths(1).plusDays(10);
    }

    /** What the campus leaves to chance. */
    Chance chance() {
        return chance;
    }

    /** The day whose gas the boiler house did not send, and somebody reads off weeks later. */
    LocalDate readLate() {
        return readLate;
    }

    /** What is read off then. */
    long lateReading() {
        return gas(readLate);
    }

    /** The readings of one meter and local day in its finest digit; an empty one is missing. */
    List<OptionalLong> readings(CampusMeter meter, LocalDate day) {
        return switch (meter) {
            case GRID_IMPORT -> quarterHours(day, meter, slot -> Math.max(0, -surplus(slot, day)));
            case GRID_EXPORT -> quarterHours(day, meter, slot -> Math.max(0, surplus(slot, day)));
            case HEAT_AND_POWER -> quarterHours(day, meter, slot -> engine(slot, day));
            case WIND_TURBINE -> quarterHours(day, meter, slot -> turbine(slot, day));
            case BOILER_GAS -> oneADay(day, gas(day));
            case OUTDOOR_STATION -> List.of(OptionalLong.of(weather.degreeDays(day)));
            case LIBRARY_GAS -> List.of(OptionalLong.of(library.gas(day)));
            case OUTDOOR_TEMPERATURE -> List.of(OptionalLong.of(weather.temperature(day)));
            case LIBRARY_ROOF -> quarterHours(day, meter, slot -> sun(slot, day));
            case HOUSE_HEAT -> List.of(OptionalLong.of(house.heat(day)));
            case FLAT_HEAT -> hours(day);
            case HEAT_REGISTER -> List.of(OptionalLong.of(heat.standAt(day) % CampusMeter.ROLLS_OVER_AT));
        };
    }

    private List<OptionalLong> quarterHours(LocalDate day, CampusMeter meter, IntToLongFunction watthours) {
        Instant midnight = day.atStartOfDay(zone).toInstant();
        long minutes =
                Duration.between(midnight, day.plusDays(1).atStartOfDay(zone)).toMinutes();
        Gap gap = gap(meter, day);
        List<OptionalLong> readings = new ArrayList<>();
        for (int i = 0; i < minutes / QUARTER_MINUTES; i++) {
            int slot = (int) (midnight.getEpochSecond() / 60 / QUARTER_MINUTES) + i;
            readings.add(gap.contains(i) ? OptionalLong.empty() : OptionalLong.of(watthours.applyAsLong(slot)));
        }
        return List.copyOf(readings);
    }

    /** The hours of the flat, of which a day has 23 to 25. */
    private List<OptionalLong> hours(LocalDate day) {
        Instant midnight = day.atStartOfDay(zone).toInstant();
        Instant end = day.plusDays(1).atStartOfDay(zone).toInstant();
        return Stream.iterate(midnight, hour -> hour.isBefore(end), hour -> hour.plus(Duration.ofHours(1)))
                .map(hour ->
                        OptionalLong.of(house.heatOfFlat(day, hour.atZone(zone).getHour())))
                .toList();
    }

    /** About one day in twenty-four of a meter at the grid loses up to seven quarter hours. */
    private Gap gap(CampusMeter meter, LocalDate day) {
        Chance gaps = chance.of(20 + meter.ordinal());
        boolean atGrid = meter == CampusMeter.GRID_IMPORT || meter == CampusMeter.GRID_EXPORT;
        return atGrid && gaps.below(24, day.toEpochDay()) == 0
                ? new Gap(
                        8 + gaps.below(70, day.getYear() * 400L + day.getDayOfYear()),
                        2 + gaps.below(6, day.toEpochDay() + 1))
                : new Gap(0, 0);
    }

    private static boolean isBeside(LocalDate one, LocalDate other) {
        return Math.abs(ChronoUnit.DAYS.between(one, other)) == 1;
    }

    /** About one day in twenty-nine the boiler house forgets to send. */
    private List<OptionalLong> oneADay(LocalDate day, long value) {
        boolean lost = day.equals(readLate)
                || !isBeside(readLate, day) && chance.of(30).below(29, day.toEpochDay()) == 0;
        return List.of(lost ? OptionalLong.empty() : OptionalLong.of(value));
    }

    private long surplus(int slot, LocalDate day) {
        return engine(slot, day) + turbine(slot, day) - load(slot, day);
    }

    private long load(int slot, LocalDate day) {
        int kilowatts = WORKING_DAY_LOAD[clock(slot).getHour()];
        long watthours = kilowatts * 250L;
        long cold = weather.degreeDays(day) * 6L;
        long dayLoad = WEEKEND.contains(day.getDayOfWeek()) ? watthours * WEEKEND_PERCENT / 100 : watthours;
        return (dayLoad + cold) * (1000 + chance.of(11).around(45, slot)) / 1000;
    }

    private long turbine(int slot, LocalDate day) {
        long wind = weather.wind(slot, day);
        return TURBINE_QUARTER_HOUR * wind * wind * wind / 1_000_000_000L;
    }

    private long engine(int slot, LocalDate day) {
        boolean heating = weather.degreeDays(day) > 150;
        int hour = clock(slot).getHour();
        boolean serviced = chance.of(12).below(40, day.toEpochDay()) == 0;
        if (!heating || serviced || hour < 6 || hour >= 22) {
            return 0;
        }
        return ENGINE_QUARTER_HOUR * (1000L + chance.of(13).around(15, slot)) / 1000;
    }

    /** An arc over the hours of daylight, lower and shorter in winter, with clouds that come and go. */
    private long sun(int slot, LocalDate day) {
        int fromSolstice = Math.abs(day.getDayOfYear() - MIDSUMMER);
        int halfDay = LONGEST_HALF_DAY - SHORTER_BY * Math.min(fromSolstice, YEAR - fromSolstice) / (YEAR / 2);
        int fromNoon = Math.abs(clock(slot).getHour() * 60 + clock(slot).getMinute() - NOON);
        if (fromNoon >= halfDay) {
            return 0;
        }
        long arc = 1_000L * (halfDay - fromNoon) * (halfDay + fromNoon) / ((long) halfDay * halfDay);
        long clear = 620 + chance.of(17).drifting(330, 10, slot) + chance.of(18).around(40, slot);
        return ROOF_QUARTER_HOUR * arc * halfDay / LONGEST_HALF_DAY * Math.max(60, clear) / 1_000_000L;
    }

    private long gas(LocalDate day) {
        long use = DAILY_GAS + (long) GAS_PER_DEGREE_DAY * weather.degreeDays(day) / 100;
        return use * (1000 + chance.of(14).around(60, day.toEpochDay())) / 1000;
    }

    private LocalTime clock(int slot) {
        return Instant.ofEpochSecond(slot * 60L * QUARTER_MINUTES).atZone(zone).toLocalTime();
    }

    /** Readings that did not arrive: the first and how many. */
    private record Gap(int first, int length) {
        boolean contains(int index) {
            return index >= first && index < first + length;
        }
    }
}
