package io.smartblocks.ledger.state;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.transaction.Interval;
import io.smartblocks.ledger.transaction.Measure;
import io.smartblocks.ledger.transaction.MeterId;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Optional;

/** A registered meter; stands under {@code meter/<id>}. */
public record MeterState(
        MeterId meter,
        MemberId operator,
        String label,
        String site,
        String energy,
        String unit,
        Interval interval,
        ZoneId zone,
        Measure measure,
        Optional<BigDecimal> rollsOverAt)
        implements State {

    /** A meter that says what flowed in each interval. */
    public MeterState(
            MeterId meter,
            MemberId operator,
            String label,
            String site,
            String energy,
            String unit,
            Interval interval,
            ZoneId zone) {
        this(meter, operator, label, site, energy, unit, interval, zone, Measure.INTERVAL, Optional.empty());
    }

    /** The same meter at another site. */
    public MeterState at(String otherSite) {
        return new MeterState(meter, operator, label, otherSite, energy, unit, interval, zone, measure, rollsOverAt);
    }
}
