package io.smartblocks.dsl.agreement;

import java.util.Locale;

/** A length of time as written: {@code 15 minutes}, {@code 5 working days}, {@code 1 month}. */
public record TimeSpan(int count, Unit unit) {
    /** What is counted; months and days never become one another. */
    public enum Unit {
        MINUTE,
        HOUR,
        DAY,
        WORKING_DAY,
        WEEK,
        MONTH,
        YEAR;

        /** The unit in words, singular: {@code working day}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /** The span in words: {@code 15 minutes}, {@code 1 month}. */
    public String words() {
        return count + " " + unit.word() + (count == 1 ? "" : "s");
    }

    /** About how many minutes it takes, to tell a shorter span from a longer one. */
    public long roughMinutes() {
        return switch (unit) {
            case MINUTE -> count;
            case HOUR -> 60L * count;
            case DAY, WORKING_DAY -> 1_440L * count;
            case WEEK -> 10_080L * count;
            case MONTH -> 43_830L * count;
            case YEAR -> 525_960L * count;
        };
    }
}
