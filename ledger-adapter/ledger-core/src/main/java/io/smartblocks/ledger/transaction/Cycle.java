package io.smartblocks.ledger.transaction;

import java.time.LocalDate;

/**
 * A period of an agreement that comes again and again.
 *
 * @param name the name of the period's term
 * @param from the first day of the first one
 * @param every how long each lasts
 */
public record Cycle(String name, LocalDate from, CalendarSpan every) {

    /** The first day of the one in which a day lies. */
    public LocalDate startOf(LocalDate day) {
        return every.times(numberOf(day), from);
    }

    /** The last day of the one in which a day lies. */
    public LocalDate lastDayOf(LocalDate day) {
        return every.times(numberOf(day) + 1, from).minusDays(1);
    }

    private long numberOf(LocalDate day) {
        long number = every.between(from, day);
        while (every.times(number, from).isAfter(day)) {
            number--;
        }
        while (!every.times(number + 1, from).isAfter(day)) {
            number++;
        }
        return number;
    }
}
