package io.smartblocks.ledger.readmodel;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The next period of an agreement that waits to be settled: from which local day, and when it falls due.
 *
 * @param failures how often in a row it could not be settled
 */
public record DuePeriod(
        String agreement,
        String version,
        String period,
        LocalDate nextFrom,
        Instant dueAt,
        ZoneId zone,
        int shard,
        int failures) {

    /** One that nobody tried yet. */
    public DuePeriod(
            String agreement,
            String version,
            String period,
            LocalDate nextFrom,
            Instant dueAt,
            ZoneId zone,
            int shard) {
        this(agreement, version, period, nextFrom, dueAt, zone, shard, 0);
    }

    /** The same at another time. */
    public DuePeriod at(Instant later) {
        return new DuePeriod(agreement, version, period, nextFrom, later, zone, shard, failures);
    }

    /** The same at another time, after one more failure. */
    public DuePeriod afterFailure(Instant later) {
        return new DuePeriod(agreement, version, period, nextFrom, later, zone, shard, failures + 1);
    }
}
