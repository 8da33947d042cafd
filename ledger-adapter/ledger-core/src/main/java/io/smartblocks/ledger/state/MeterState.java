package io.smartblocks.ledger.state;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.transaction.Interval;
import io.smartblocks.ledger.transaction.MeterId;
import java.time.ZoneId;

/** A registered meter; stands under {@code meter/<id>}. */
public record MeterState(
        MeterId meter,
        MemberId operator,
        String label,
        String site,
        String energy,
        String unit,
        Interval interval,
        ZoneId zone)
        implements State {
    /** The same meter at another site. */
    public MeterState at(String otherSite) {
        return new MeterState(meter, operator, label, otherSite, energy, unit, interval, zone);
    }
}
