package io.smartblocks.ledger.state;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.transaction.IndexId;
import io.smartblocks.ledger.transaction.Interval;
import java.time.ZoneId;
import java.util.Optional;

/**
 * A registered index; stands under {@code index/<id>}.
 *
 * @param index the index's id
 * @param publisher the organisation whose members publish its values
 * @param label what people call it
 * @param unit the unit of its values
 * @param interval how long each value holds, where there are several a day; without, a value holds for a range of days
 * @param zone the time zone of its days, where an interval is stated
 */
public record IndexState(
        IndexId index,
        MemberId publisher,
        String label,
        String unit,
        Optional<Interval> interval,
        Optional<ZoneId> zone)
        implements State {

    /** An index whose values hold for ranges of days. */
    public IndexState(IndexId index, MemberId publisher, String label, String unit) {
        this(index, publisher, label, unit, Optional.empty(), Optional.empty());
    }
}
