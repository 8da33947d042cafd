package io.smartblocks.dsl.agreement;

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
        YEAR
    }
}
