package io.smartblocks.portal.settlement;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The month, the day or the local time that a typed figure is about.
 *
 * @param last the last day, which is included
 * @param time the time of day; empty for whole days
 */
record GivenTime(LocalDate from, LocalDate last, Optional<LocalTime> time) {

    private static final Pattern WRITTEN = Pattern.compile("(\\d{4}-\\d{2})(-\\d{2})?(?:[T ](\\d{2}:\\d{2})(?::00)?)?");

    /** Reads 2026-10, 2026-10-31 or 2026-10-31 17:15. */
    static Optional<GivenTime> of(String words) {
        Matcher written = WRITTEN.matcher(words);
        if (!written.matches() || written.group(2) == null && written.group(3) != null) {
            return Optional.empty();
        }
        try {
            YearMonth month = YearMonth.parse(written.group(1));
            if (written.group(2) == null) {
                return Optional.of(new GivenTime(month.atDay(1), month.atEndOfMonth(), Optional.empty()));
            }
            LocalDate day = LocalDate.parse(written.group(1) + written.group(2));
            return Optional.of(new GivenTime(
                    day, day, Optional.ofNullable(written.group(3)).map(LocalTime::parse)));
        } catch (DateTimeException notADay) {
            return Optional.empty();
        }
    }

    boolean isDay() {
        return from.equals(last);
    }

    /** As sentences name it. */
    String span() {
        return from + " to " + last;
    }
}
