package io.smartblocks.ledger.family;

import io.smartblocks.ledger.state.MeterState;
import io.smartblocks.ledger.transaction.Interval;
import io.smartblocks.ledger.transaction.PredictionPage;
import io.smartblocks.ledger.transaction.ReadingsPage;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/** What a page of a meter's values must have in common with the meter's registration. */
record PageShape(
        String about,
        LocalDate day,
        ZoneId zone,
        Instant start,
        Interval interval,
        String unit,
        int scale,
        int values) {

    private static final int FINEST_SCALE = 15;

    static PageShape of(ReadingsPage page) {
        return new PageShape(
                "readings of meter '" + page.meter() + "' on " + page.day() + ": ",
                page.day(),
                page.zone(),
                page.start(),
                page.interval(),
                page.unit(),
                page.scale(),
                page.values().size());
    }

    static PageShape of(PredictionPage page) {
        return new PageShape(
                "prediction for meter '" + page.meter() + "' on " + page.day() + ": ",
                page.day(),
                page.zone(),
                page.start(),
                page.interval(),
                page.unit(),
                page.scale(),
                page.values().size());
    }

    Optional<Decision> against(MeterState meter) {
        return Days.problemWith(about.substring(0, about.length() - 2), day)
                .or(this::scaleOutOfRange)
                .or(() -> afterTheLastDayOf(meter))
                .or(() -> registration(meter))
                .or(() -> differs("start", start, interval.startOf(day, zone, 0), meter))
                .or(() -> count(meter));
    }

    Optional<Decision> invalid(String problem) {
        return Optional.of(Decision.refuse(RefusalCode.INVALID_CONTENT, about + problem));
    }

    private Optional<Decision> scaleOutOfRange() {
        return scale >= 0 && scale <= FINEST_SCALE
                ? Optional.empty()
                : invalid("the scale " + scale + " is not one of 0 to " + FINEST_SCALE);
    }

    private Optional<Decision> afterTheLastDayOf(MeterState meter) {
        return meter.lastDay()
                .filter(day::isAfter)
                .map(last -> Decision.refuse(
                        RefusalCode.METER_RETIRED,
                        about + "the meter is retired and reads until " + last + "; expected that day or an earlier"));
    }

    private Optional<Decision> registration(MeterState meter) {
        return differs("unit", unit, meter.unit(), meter)
                .or(() -> differs("interval", interval, meter.interval(), meter))
                .or(() -> differs("zone", zone, meter.zone(), meter));
    }

    private Optional<Decision> count(MeterState meter) {
        int expected = interval.valuesOn(day, zone);
        Instant end =
                interval.withinDay() ? day.plusDays(1).atStartOfDay(zone).toInstant() : interval.startOf(day, zone, 1);
        return differs("number of values", values, expected, meter)
                .or(() -> differs("end of the last value", interval.startOf(day, zone, expected), end, meter));
    }

    private Optional<Decision> differs(String what, Object stated, Object expected, MeterState meter) {
        if (stated.equals(expected)) {
            return Optional.empty();
        }
        return Optional.of(Decision.refuse(
                RefusalCode.PAGE_DIFFERS_FROM_METER,
                about + "the " + what + " is " + stated + "; expected " + expected + ", as meter '" + meter.meter()
                        + "' reads every " + meter.interval() + " in " + meter.unit() + " in " + meter.zone()));
    }
}
