package io.smartblocks.dsl.proof;

import io.smartblocks.dsl.agreement.CalendarTest;
import io.smartblocks.dsl.agreement.CalendarTest.DayKind;
import io.smartblocks.dsl.agreement.CalendarTest.SeasonTest;
import io.smartblocks.dsl.agreement.Declaration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.BitSet;
import java.util.Map;
import java.util.Optional;

/** Tells whether two tests of the calendar can hold at the same moment. */
final class CalendarOverlap {

    private static final int MINUTES = 24 * 60;
    private static final LocalDate LEAP_YEAR = LocalDate.of(2028, 1, 1);

    private CalendarOverlap() {}

    static boolean possible(CalendarTest first, CalendarTest second, Map<String, Declaration.Season> seasons) {
        return days(first.day(), second.day())
                && minutes(first.hours()).intersects(minutes(second.hours()))
                && seasonDays(first.season(), seasons).intersects(seasonDays(second.season(), seasons))
                && dates(first, second)
                && dates(second, first);
    }

    /** No weekend is a weekday, no weekend or public holiday a working day; a public holiday may fall on any day. */
    private static boolean days(Optional<DayKind> first, Optional<DayKind> second) {
        return first.isEmpty()
                || second.isEmpty()
                || !excludes(first.orElseThrow(), second.orElseThrow())
                        && !excludes(second.orElseThrow(), first.orElseThrow());
    }

    private static boolean excludes(DayKind kind, DayKind other) {
        return switch (kind) {
            case WORKING_DAY -> other == DayKind.WEEKEND || other == DayKind.PUBLIC_HOLIDAY;
            case WEEKDAY -> other == DayKind.WEEKEND;
            default -> false;
        };
    }

    private static boolean dates(CalendarTest first, CalendarTest second) {
        return first.from().isEmpty()
                || second.before().isEmpty()
                || first.from().orElseThrow().isBefore(second.before().orElseThrow());
    }

    private static BitSet minutes(Optional<CalendarTest.Hours> hours) {
        BitSet minutes = new BitSet(MINUTES);
        int from = hours.map(it -> minute(it.from())).orElse(0);
        int to = hours.map(it -> minute(it.to())).orElse(0);
        if (from < to) {
            minutes.set(from, to);
        } else {
            minutes.set(from, MINUTES);
            minutes.set(0, to);
        }
        return minutes;
    }

    private static int minute(LocalTime time) {
        return time.getHour() * 60 + time.getMinute();
    }

    private static BitSet seasonDays(Optional<SeasonTest> test, Map<String, Declaration.Season> seasons) {
        int year = LEAP_YEAR.lengthOfYear();
        BitSet days = new BitSet(year);
        Optional<Declaration.Season> season = test.map(it -> seasons.get(it.season()));
        if (season.isEmpty()) {
            days.set(0, year);
            return days;
        }
        int from = day(season.orElseThrow().from());
        int to = day(season.orElseThrow().to()) + 1;
        if (from < to) {
            days.set(from, to);
        } else {
            days.set(from, year);
            days.set(0, to);
        }
        if (!test.orElseThrow().inside()) {
            days.flip(0, year);
        }
        return days;
    }

    private static int day(MonthDay day) {
        return day.atYear(LEAP_YEAR.getYear()).getDayOfYear() - 1;
    }
}
