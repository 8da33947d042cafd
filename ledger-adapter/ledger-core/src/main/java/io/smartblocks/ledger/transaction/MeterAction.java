package io.smartblocks.ledger.transaction;

import io.smartblocks.ledger.identity.MemberId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/** Actions of the family {@code meter}. */
public sealed interface MeterAction extends Payload {

    @Override
    default String family() {
        return "meter";
    }

    /**
     * A meter is registered with the organisation that operates it.
     *
     * @param meter the meter's id
     * @param operator the organisation whose members record its readings
     * @param label what people call it
     * @param site the building or site it belongs to
     * @param energy what it measures, such as {@code electricity}, {@code heat}, {@code gas}
     * @param unit the unit of its values, such as {@code kWh}
     * @param interval how often it reads
     * @param zone the time zone of its days
     * @param measure whether its values are amounts or stands
     * @param rollsOverAt the stand at which a register begins again at 0, in its unit; none for one that never does
     * @param checks the meter whose amounts this register sums, so that the two can be compared
     */
    record RegisterMeter(
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
            Optional<MeterId> checks)
            implements MeterAction {

        /** A meter that checks no other. */
        public RegisterMeter(
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
        public RegisterMeter(
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
    }

    /** A meter is moved to another site. */
    record AssignMeter(MeterId meter, String site) implements MeterAction {}

    /** A meter reads for the last time on this day; readings of later days are refused. */
    record RetireMeter(MeterId meter, LocalDate lastDay, String reason) implements MeterAction {}

    /** The operator lets a member, or all of an organisation, state predictions for the meter. */
    record AppointPredictor(MeterId meter, MemberId predictor) implements MeterAction {}

    /** The operator takes that back; what was predicted stays. */
    record DismissPredictor(MeterId meter, MemberId predictor) implements MeterAction {}

    /** Readings of one day are recorded, or those that were missing are filled in. */
    record RecordReadings(ReadingsPage page) implements MeterAction {}

    /** Values already recorded are replaced, for a stated reason; missing values of the page change nothing. */
    record CorrectReadings(ReadingsPage page, String reason) implements MeterAction {}
}
