package io.smartblocks.runtime.metering;

import static java.util.Objects.requireNonNull;

import io.smartblocks.dsl.agreement.CalendarTest;
import io.smartblocks.dsl.agreement.Declaration.Season;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.List;

/** The calendar by which an agreement tells time: its zone, its working days and its seasons. */
public final class LocalCalendar {

    private final ZoneId zone;
    private final String name;
    private final WorkingDays workingDays;
    private final List<Season> seasons;

    public LocalCalendar(ZoneId zone, String name, WorkingDays workingDays, List<Season> seasons) {
        this.zone = requireNonNull(zone, "zone");
        this.name = requireNonNull(name, "name of the working-day calendar");
        this.workingDays = requireNonNull(workingDays, "working days");
        this.seasons = List.copyOf(seasons);
    }

    public ZoneId zone() {
        return zone;
    }

    public WorkingDays workingDays() {
        return workingDays;
    }

    /** True if a test of the calendar and clock holds at a local time of a local day. */
    public boolean holds(CalendarTest test, LocalDate day, LocalTime time) {
        return holdsOn(test, day)
                && (test.hours().isEmpty() || within(test.hours().get(), time));
    }

    /** True if all parts of a test but its hours hold on a local day. */
    public boolean holdsOn(CalendarTest test, LocalDate day) {
        return (test.before().isEmpty() || day.isBefore(test.before().get()))
                && (test.from().isEmpty() || !day.isBefore(test.from().get()))
                && (test.season().isEmpty()
                        || inSeason(test.season().get().season(), day)
                                == test.season().get().inside())
                && (test.day().isEmpty() || isOfKind(test.day().get(), day));
    }

    /** True if a span of the clock takes in the whole day. */
    public static boolean isWholeDay(CalendarTest.Hours hours) {
        return hours.from().equals(hours.to());
    }

    private static boolean within(CalendarTest.Hours hours, LocalTime time) {
        boolean started = !time.isBefore(hours.from());
        boolean notEnded = time.isBefore(hours.to()) || hours.to().equals(LocalTime.MIDNIGHT);
        return hours.from().isBefore(hours.to()) || hours.to().equals(LocalTime.MIDNIGHT)
                ? started && notEnded
                : started || time.isBefore(hours.to());
    }

    private boolean isOfKind(CalendarTest.DayKind kind, LocalDate day) {
        return switch (kind) {
            case WORKING_DAY -> workingDays.isWorkingDay(day);
            case WEEKDAY -> !workingDays.isWeekend(day);
            case WEEKEND -> workingDays.isWeekend(day);
            case PUBLIC_HOLIDAY -> workingDays.isPublicHoliday(day);
        };
    }

    private boolean inSeason(String season, LocalDate day) {
        Season found = seasons.stream()
                .filter(each -> each.name().equals(season))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the agreement has no season " + season));
        MonthDay date = MonthDay.from(day);
        boolean started = !date.isBefore(found.from());
        boolean notEnded = !date.isAfter(found.to());
        return found.from().isAfter(found.to()) ? started || notEnded : started && notEnded;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LocalCalendar calendar
                && zone.equals(calendar.zone)
                && name.equals(calendar.name)
                && seasons.equals(calendar.seasons);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * zone.hashCode() + name.hashCode()) + seasons.hashCode();
    }
}
