package io.smartblocks.ledger.readmodel;

import io.smartblocks.ledger.transaction.MeterId;
import java.time.LocalDate;

/**
 * A page of readings as plain numbers, for those who read thousands.
 *
 * @param interval how often the meter reads, as on the ledger
 * @param quality one letter per value, as on the ledger
 * @param digest the 32 bytes that evidence names the page by
 */
public record DayReadings(
        MeterId meter,
        LocalDate day,
        String zone,
        String interval,
        String unit,
        int scale,
        long[] values,
        String quality,
        byte[] digest) {

    /** Stands for a reading that is not known; no page holds so small a number. */
    public static final long MISSING = Long.MIN_VALUE;

    /** True if the first reading of the day is known. */
    public boolean hasFirst() {
        return values.length > 0 && values[0] != MISSING;
    }
}
