package io.smartblocks.ledger.meter;

import io.smartblocks.ledger.meter.validation.Counting;
import io.smartblocks.ledger.transaction.Interval;
import io.smartblocks.ledger.transaction.MeterId;
import java.time.ZoneId;

/** What a file must fit: how a meter of the ledger reads. */
public record RegisteredMeter(MeterId id, String unit, Interval interval, ZoneId zone, Counting counting) {

    /** A meter that says what flowed in each interval. */
    public RegisteredMeter(MeterId id, String unit, Interval interval, ZoneId zone) {
        this(id, unit, interval, zone, Counting.amounts());
    }
}
