package io.smartblocks.portal.energy.site;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.Optional;

/** The month or year that figures of a site are of. */
record Period(LocalDate from, LocalDate end, boolean month) {

    static Period of(YearMonth month) {
        return new Period(month.atDay(1), month.plusMonths(1).atDay(1), true);
    }

    /** From {@code 2026-10} or {@code 2026}; empty for anything else. */
    static Optional<Period> parse(String text) {
        try {
            if (text.length() == 4) {
                LocalDate first = Year.parse(text).atDay(1);
                return Optional.of(new Period(first, first.plusYears(1), false));
            }
            return Optional.of(of(YearMonth.parse(text)));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    /** As in an address. */
    String key() {
        return month ? YearMonth.from(from).toString() : Year.from(from).toString();
    }

    /** So many periods later, or earlier. */
    Period plus(int periods) {
        return month ? of(YearMonth.from(from).plusMonths(periods)) : year(from.plusYears(periods));
    }

    Period year() {
        return year(from);
    }

    private static Period year(LocalDate day) {
        LocalDate first = day.withDayOfYear(1);
        return new Period(first, first.plusYears(1), false);
    }
}
