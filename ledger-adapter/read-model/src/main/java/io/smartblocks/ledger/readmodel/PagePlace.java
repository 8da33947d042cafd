package io.smartblocks.ledger.readmodel;

import java.time.LocalDate;

/**
 * Where a version of a day page stands in its table: the meter's number, the day and the revision in one number, so that
 * the pages of a meter lie side by side and a month of them is one short way.
 */
final class PagePlace {

    private static final int REVISION_BITS = 16;
    private static final int DAY_BITS = 22;
    private static final int METER_BITS = 25;
    private static final long REVISIONS = 1L << REVISION_BITS;

    /** What divides a place so that the meter's number is left. */
    static final long OF_A_METER = 1L << REVISION_BITS + DAY_BITS;

    private static final LocalDate FIRST = LocalDate.of(0, 1, 1);
    private static final long FIRST_DAY = FIRST.toEpochDay();
    private static final LocalDate END = LocalDate.of(10_000, 1, 1);

    /** The number of the meter of a {@code place}, in a query. */
    static final String METER = "(place / " + OF_A_METER + ")";

    private PagePlace() {}

    /** The place of a version; the one of 65,536 revisions before had the same. */
    static long of(int meter, LocalDate day, int revision) {
        return first(meter, day) + revision % REVISIONS;
    }

    /** Whether something may stand there already that gives way: nothing that a meter sends may stop its readers. */
    static boolean mayBeTaken(LocalDate day, int revision) {
        return revision >= REVISIONS || !day.equals(within(day));
    }

    private static LocalDate within(LocalDate day) {
        return day.isBefore(FIRST) ? FIRST : day.isAfter(END) ? END : day;
    }

    /** The first place of a day; a day outside the years from 0 to 9999 counts as the nearest within. */
    static long first(int meter, LocalDate day) {
        if (meter >= 1 << METER_BITS) {
            throw new ReadModelException(
                    "The read model has " + meter + " names; it has room for " + (1 << METER_BITS));
        }
        return first(meter) + (within(day).toEpochDay() - FIRST_DAY) * REVISIONS;
    }

    /** The first place of a meter. */
    static long first(int meter) {
        return meter * OF_A_METER;
    }

    /** The number of the meter of which it is. */
    static int meter(long place) {
        return (int) (place / OF_A_METER);
    }

    static LocalDate day(long place) {
        return LocalDate.ofEpochDay(place % OF_A_METER / REVISIONS + FIRST_DAY);
    }

    /** The day of a place less a number of days, in a query. */
    static String dayBefore(String place, String days) {
        return "date '1970-01-01' + cast(mod(" + place + ", " + OF_A_METER + ") / " + REVISIONS + " + (" + FIRST_DAY
                + ") - " + days + " as integer)";
    }
}
