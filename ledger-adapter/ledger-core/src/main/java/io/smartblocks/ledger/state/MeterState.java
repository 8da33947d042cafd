package io.smartblocks.ledger.state;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.transaction.Interval;
import io.smartblocks.ledger.transaction.Measure;
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

    /** A meter in service that nobody predicts yet. */
    public MeterState(
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
            Optional<MeterId> checks) {
        this(
                meter,
                operator,
                label,
                site,
                energy,
                unit,
                interval,
                zone,
                measure,
                rollsOverAt,
                checks,
                Set.of(),
                Optional.empty());
    }

    /** A meter in service that checks no other. */
    public MeterState(
            MeterId meter,
            MemberId operator,
            String label,
            String site,
            String energy,
            String unit,
            Interval interval,
            ZoneId zone,
            Measure measure,
            Optional<BigDecimal> rollsOverAt) {
        this(meter, operator, label, site, energy, unit, interval, zone, measure, rollsOverAt, Optional.empty());
    }

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
