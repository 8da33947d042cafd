package io.smartblocks.dsl.syntax;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Locale;

/** Local days in the words of the language: {@code 1 January 2027} or {@code 2027-01-01}. */
public final class Days {

    private Days() {}

    /**
     * The day that is written.
     *
     * @throws DateTimeException if there is no such day
     */
    public static LocalDate parse(String text) {
        String[] parts = text.strip().split("\\s+");
        if (parts.length == 1) {
            return LocalDate.parse(parts[0]);
        }
        if (parts.length != 3) {
            throw new DateTimeException("'%s' is not written as day, month and year".formatted(text));
        }
        try {
            Month month = Month.valueOf(parts[1].toUpperCase(Locale.ROOT));
            return LocalDate.of(Integer.parseInt(parts[2]), month, Integer.parseInt(parts[0]));
        } catch (IllegalArgumentException e) {
            throw new DateTimeException("'%s' is not written as day, month and year".formatted(text), e);
        }
    }

    /** The day as an agreement writes it. */
    public static String written(LocalDate day) {
        return String.format(
                Locale.ROOT,
                "%d %s %04d",
                day.getDayOfMonth(),
                day.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH),
                day.getYear());
    }
}
