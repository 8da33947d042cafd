package io.smartblocks.ledger.state;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.transaction.Interval;
import io.smartblocks.ledger.transaction.Measure;
import io.smartblocks.ledger.transaction.MeterAction.RegisterMeter;
import io.smartblocks.ledger.transaction.MeterId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A registered meter; stands under {@code meter/<id>}.
 *
 * @param meter the meter's id
 * @param operator the organisation whose members record its readings
 * @param label what people call it
 * @param site the building or site it belongs to
 * @param energy what it measures
 * @param unit the unit of its values
 * @param interval how often it reads
 * @param zone the time zone of its days
 * @param measure whether its values are amounts or stands
 * @param rollsOverAt the stand at which a register begins again at 0
 * @param checks the meter whose amounts this register sums
 * @param predictors the members and organisations that may state predictions for it
 * @param lastDay the last day it reads on, once it is retired
 */
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
        Optional<BigDecimal> rollsOverAt,
        Optional<MeterId> checks,
        Set<MemberId> predictors,
        Optional<LocalDate> lastDay)
        implements State {

    public MeterState {
        predictors = Collections.unmodifiableSet(new TreeSet<>(predictors));
    }

    /** A meter as it was registered: in service, and predicted by nobody yet. */
    public static MeterState of(RegisterMeter registered) {
        return new MeterState(
                registered.meter(),
                registered.operator(),
                registered.label(),
                registered.site(),
                registered.energy(),
                registered.unit(),
                registered.interval(),
                registered.zone(),
                registered.measure(),
                registered.rollsOverAt(),
                registered.checks(),
                Set.of(),
                Optional.empty());
    }

    /** The same meter at another site. */
    public MeterState at(String otherSite) {
        return with(otherSite, predictors, lastDay);
    }

    /** The same meter, predicted by these. */
    public MeterState predictedBy(Set<MemberId> others) {
        return with(site, others, lastDay);
    }

    /** The same meter, out of service after the day. */
    public MeterState retiredAfter(LocalDate day) {
        return with(site, predictors, Optional.of(day));
    }

    private MeterState with(String otherSite, Set<MemberId> others, Optional<LocalDate> last) {
        return new MeterState(
                meter,
                operator,
                label,
                otherSite,
                energy,
                unit,
                interval,
                zone,
                measure,
                rollsOverAt,
                checks,
                others,
                last);
    }
}
