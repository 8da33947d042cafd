package io.smartblocks.portal.demo;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which months the demo site has behind it when it is made: three settled ones, and then the month whose settlement a
 * newcomer sees happen.
 *
 * @param firstMonth the month in which its agreements begin
 * @param liveFrom the day from which it lives before the eyes of its visitors
 */
record DemoCalendar(YearMonth firstMonth, LocalDate liveFrom) {

    private static final int SETTLED_MONTHS = 3;
    /** By this day of a month the month before is settled, whatever holidays there are. */
    private static final int SETTLED_BY_DAY = 11;
    /** Two weeks, or half a minute of fast running, before that. */
    private static final int LIVE_FROM_DAY = 26;

    static DemoCalendar endingOn(LocalDate today) {
        YearMonth month = YearMonth.from(today);
        YearMonth next = today.getDayOfMonth() > SETTLED_BY_DAY ? month.minusMonths(1) : month.minusMonths(2);
        return new DemoCalendar(next.minusMonths(SETTLED_MONTHS), next.atDay(LIVE_FROM_DAY));
    }

    /** The year of months to which the baseline of the library is fitted; insulating it took the two months after. */
    List<YearMonth> beforeTheWorks() {
        return beforeTheWorks(firstMonth);
    }

    static List<YearMonth> beforeTheWorks(YearMonth firstMonth) {
        return IntStream.range(0, 12)
                .mapToObj(month -> firstMonth.minusMonths(14L - month))
                .toList();
    }

    /** The months that are settled before the site goes live. */
    List<YearMonth> settledMonths() {
        return List.of(firstMonth, firstMonth.plusMonths(1), firstMonth.plusMonths(2));
    }
}
