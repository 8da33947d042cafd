package io.smartblocks.ledger.meter;

import io.smartblocks.ledger.meter.validation.Counting;
import io.smartblocks.ledger.state.MeterState;
import io.smartblocks.ledger.transaction.Interval;
import io.smartblocks.ledger.transaction.MeterId;
import java.time.ZoneId;
import java.util.Optional;

/**
 * What a file must fit: how a meter of the ledger reads.
 *
 * @param checks the meter whose amounts it sums, if it is a register that does
 */
public record RegisteredMeter(
        MeterId id, String unit, Interval interval, ZoneId zone, Counting counting, Optional<MeterId> checks) {

    /** A meter that checks no other. */
    public RegisteredMeter(MeterId id, String unit, Interval interval, ZoneId zone, Counting counting) {
        this(id, unit, interval, zone, counting, Optional.empty());
    }

    /** A meter that says what flowed in each interval. */
    public RegisteredMeter(MeterId id, String unit, Interval interval, ZoneId zone) {
        this(id, unit, interval, zone, Counting.amounts());
    }

    static RegisteredMeter of(MeterState meter) {
        return new RegisteredMeter(
                meter.meter(),
                meter.unit(),
                meter.interval(),
                meter.zone(),
                new Counting(meter.measure(), meter.rollsOverAt()),
                meter.checks());
    }
}
