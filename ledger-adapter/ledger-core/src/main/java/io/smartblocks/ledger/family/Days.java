package io.smartblocks.ledger.family;

import java.time.LocalDate;
import java.util.Optional;

/** The days that readings, index values and periods may name: such as every database and calendar knows. */
final class Days {

    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 2199;

    private Days() {}

    /** A refusal when the day lies outside. */
    static Optional<Decision> problemWith(String what, LocalDate day) {
        if (day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR) {
            return Optional.empty();
        }
        return Optional.of(Decision.refuse(
                RefusalCode.INVALID_CONTENT,
                what + ": the day " + day + " lies outside the years " + FIRST_YEAR + " to " + LAST_YEAR));
    }

    /** A refusal when the range is empty or reaches outside. */
    static Optional<Decision> problemWith(String what, LocalDate from, LocalDate to) {
        if (!from.isBefore(to)) {
            return Optional.of(Decision.refuse(
                    RefusalCode.INVALID_CONTENT, what + " from " + from + " ends on " + to + "; expected a later day"));
        }
        return problemWith(what, from).or(() -> problemWith(what, to));
    }
}
