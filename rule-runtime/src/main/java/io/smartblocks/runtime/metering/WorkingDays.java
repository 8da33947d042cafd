package io.smartblocks.runtime.metering;

import de.focus_shift.jollyday.core.CalendarHierarchy;
import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The working days of a country, or of the TARGET payment system: all but Saturdays, Sundays and public holidays. */
public final class WorkingDays {

    private static final Map<String, Optional<WorkingDays>> KNOWN = new ConcurrentHashMap<>();

    /** What an agreement that names no calendar gets: no public holidays. */
    private static final String WEEKDAYS = "Monday to Friday";

    private final Optional<HolidayManager> holidays;
    private final List<String> region;
    private final Map<Integer, Set<LocalDate>> byYear = new ConcurrentHashMap<>();

    private WorkingDays(Optional<HolidayManager> holidays, List<String> region) {
        this.holidays = holidays;
        this.region = region;
    }

    /**
     * The calendar that an agreement calls by the English name of a country, such as {@code Ireland}, of one of its
     * regions, {@code Germany, Bavaria}, or {@code TARGET}; {@code Monday to Friday} knows no public holidays.
     */
    public static Optional<WorkingDays> named(String name) {
        return KNOWN.computeIfAbsent(name, WorkingDays::find);
    }

    private static Optional<WorkingDays> find(String name) {
        if (name.equals(WEEKDAYS)) {
            return Optional.of(new WorkingDays(Optional.empty(), List.of()));
        }
        String country = name.split(", ", 2)[0];
        Optional<HolidayManager> holidays = country(country);
        if (country.equals(name)) {
            return holidays.map(all -> new WorkingDays(Optional.of(all), List.of()));
        }
        return holidays.flatMap(all -> region(all, name.substring(country.length() + 2))
                .map(region -> new WorkingDays(Optional.of(all), List.of(region))));
    }

    private static Optional<String> region(HolidayManager country, String name) {
        return country.getCalendarHierarchy().getChildren().values().stream()
                .filter(region -> region.getDescription(Locale.ENGLISH).equals(name))
                .map(CalendarHierarchy::getId)
                .findFirst();
    }

    private static Optional<HolidayManager> country(String name) {
        return code(name)
                .flatMap(code -> Arrays.stream(HolidayCalendar.values())
                        .filter(calendar -> calendar.getId().equalsIgnoreCase(code))
                        .findFirst())
                // the library lowers the id by the machine's language, where a Turkish I has another small letter
                .map(calendar -> calendar.getId().toLowerCase(Locale.ROOT))
                .map(id -> withOurClasses(() -> HolidayManager.getInstance(ManagerParameters.create(id))));
    }

    private static Optional<String> code(String name) {
        if (name.equals("TARGET")) {
            return Optional.of(name);
        }
        return Arrays.stream(Locale.getISOCountries())
                .filter(country -> new Locale("", country)
                        .getDisplayCountry(Locale.ENGLISH)
                        .equals(name))
                .findFirst();
    }

    public boolean isWorkingDay(LocalDate day) {
        return !isWeekend(day) && !isPublicHoliday(day);
    }

    public boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    public boolean isPublicHoliday(LocalDate day) {
        return byYear.computeIfAbsent(day.getYear(), this::holidaysOf).contains(day);
    }

    /** The working day that is {@code count} working days after a day; the day itself is not counted. */
    public LocalDate after(LocalDate day, int count) {
        LocalDate result = day;
        for (int left = count; left > 0; left--) {
            result = onOrAfter(result.plusDays(1));
        }
        return result;
    }

    /** The day itself if it is a working day, else the next one. */
    public LocalDate onOrAfter(LocalDate day) {
        LocalDate result = day;
        while (!isWorkingDay(result)) {
            result = result.plusDays(1);
        }
        return result;
    }

    /** The day itself or the next working day; the previous one where the next lies in another month. */
    public LocalDate onOrAfterInMonth(LocalDate day) {
        LocalDate next = onOrAfter(day);
        return next.getMonth() == day.getMonth() ? next : onOrBefore(day);
    }

    /** The day itself if it is a working day, else the previous one. */
    public LocalDate onOrBefore(LocalDate day) {
        LocalDate result = day;
        while (!isWorkingDay(result)) {
            result = result.minusDays(1);
        }
        return result;
    }

    private Set<LocalDate> holidaysOf(int year) {
        return holidays.stream()
                .flatMap(all ->
                        withOurClasses(() -> all.getHolidays(Year.of(year), region.toArray(String[]::new))).stream())
                .filter(holiday -> holiday.getType() != HolidayType.OBSERVANCE)
                .map(Holiday::getDate)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The library looks for its parts as the calling thread would, and a thread of a common pool does not see them. */
    private static <T> T withOurClasses(Supplier<T> call) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(WorkingDays.class.getClassLoader());
        try {
            return call.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
