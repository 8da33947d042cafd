package io.smartblocks.runtime.baseline;

import io.smartblocks.runtime.baseline.fitting.Row;
import java.util.List;

/**
 * The rows of a baseline period, and what became of its days.
 *
 * @param days of the period
 * @param unread days without a reading that counts
 * @param unmeasured days with a reading, but without a temperature
 * @param remarks what a reader of the fit should know of the readings
 */
public record Design(List<Row> rows, int days, int unread, int unmeasured, List<String> remarks) {
    public Design {
        rows = List.copyOf(rows);
        remarks = List.copyOf(remarks);
    }

    /** Days that the fit does not see. */
    public int missing() {
        return unread + unmeasured;
    }

    /** A tenth of the days may be missing: 37 of 365 (CalTRACK 2.2.1.2). */
    public int mayBeMissing() {
        return (days + 9) / 10;
    }
}
