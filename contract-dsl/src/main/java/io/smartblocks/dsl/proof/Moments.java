package io.smartblocks.dsl.proof;

import io.smartblocks.dsl.agreement.CalendarTest;
import io.smartblocks.dsl.agreement.CalendarTest.DayKind;
import io.smartblocks.dsl.agreement.CalendarTest.Hours;
import io.smartblocks.dsl.agreement.Declaration;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Looks for moments at which some tests of the calendar hold and others do not; weekdays count as working days. */
final class Moments {

    private final Known known;
    private final List<CalendarTest> held;
    private final List<CalendarTest> unheld;
    private final boolean oneSuffices;
    private final Set<LocalTime> times = new LinkedHashSet<>(List.of(LocalTime.MIDNIGHT));

    Moments(Known known, List<CalendarTest> held, List<CalendarTest> unheld, boolean oneSuffices) {
        this.known = known;
        this.held = held;
        this.unheld = unheld;
        this.oneSuffices = oneSuffices;
        Stream.concat(held.stream(), unheld.stream())
                .flatMap(test -> test.hours().stream())
                .forEach(hours -> {
                    times.add(hours.from());
                    times.add(hours.to());
                });
    }

    /** True if a moment between two days is such a moment, or each where one does not suffice. */
    boolean are(LocalDate from, LocalDate to) {
        Stream<LocalDate> days = from.datesUntil(to);
        return oneSuffices
                ? days.anyMatch(day -> times.stream().anyMatch(time -> is(day, time)))
                : days.allMatch(day -> times.stream().allMatch(time -> is(day, time)));
    }

    private boolean is(LocalDate day, LocalTime time) {
        return held.stream().allMatch(test -> holds(test, day, time))
                && unheld.stream().noneMatch(test -> holds(test, day, time));
    }

    private boolean holds(CalendarTest test, LocalDate day, LocalTime time) {
        return test.day().map(kind -> isOf(kind, day)).orElse(true)
                && test.hours().map(hours -> isIn(hours, time)).orElse(true)
                && test.season().map(season -> isIn(season, day)).orElse(true)
                && test.before().map(day::isBefore).orElse(true)
                && test.from().map(from -> !day.isBefore(from)).orElse(true);
    }

    private static boolean isOf(DayKind kind, LocalDate day) {
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return switch (kind) {
            case WORKING_DAY, WEEKDAY -> !weekend;
            case WEEKEND -> weekend;
            case PUBLIC_HOLIDAY -> false;
        };
    }

    /** True if a time of the clock lies in hours that may wrap past midnight. */
    static boolean isIn(Hours hours, LocalTime time) {
        boolean wraps = !hours.from().isBefore(hours.to());
        boolean late = !time.isBefore(hours.from());
        boolean early = time.isBefore(hours.to());
        return wraps ? late || early : late && early;
    }

    private boolean isIn(CalendarTest.SeasonTest test, LocalDate day) {
        Declaration.Season season = known.seasons().get(test.season());
        if (season == null) {
            return true;
        }
        MonthDay at = MonthDay.from(day);
        boolean wraps = season.from().isAfter(season.to());
        boolean late = !at.isBefore(season.from());
        boolean early = !at.isAfter(season.to());
        return test.inside() == (wraps ? late || early : late && early);
    }
}
