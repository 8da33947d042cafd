package io.smartblocks.dsl.agreement;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** The local days on which the periods of one name start, counted from the first. */
public record Periods(Declaration.Period declaration) {

    public Periods {
        requireNonNull(declaration, "period");
        switch (declaration.every().unit()) {
            case DAY, WEEK, MONTH, YEAR -> {}
            default ->
                throw new IllegalArgumentException(declaration.name()
                        + " must last whole days, weeks, months or years, not " + declaration.every());
        }
    }

    /** The first day of the period of that number; numbers below one lie before the declared start. */
    public LocalDate start(int number) {
        TimeSpan every = declaration.every();
        return declaration.from().plus((long) (number - 1) * every.count(), unit());
    }

    /** The number of the period in which a day lies. */
    public int numberAt(LocalDate day) {
        long guess = Math.floorDiv(unit().between(declaration.from(), day), (long)
                        declaration.every().count())
                + 1;
        int number = Math.toIntExact(guess);
        while (start(number).isAfter(day)) {
            number--;
        }
        while (!start(number + 1).isAfter(day)) {
            number++;
        }
        return number;
    }

    private ChronoUnit unit() {
        return switch (declaration.every().unit()) {
            case DAY -> ChronoUnit.DAYS;
            case WEEK -> ChronoUnit.WEEKS;
            case MONTH -> ChronoUnit.MONTHS;
            default -> ChronoUnit.YEARS;
        };
    }
}
