package io.smartblocks.portal.demo;

import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.transaction.PredictionAction.RecordPrediction;
import io.smartblocks.ledger.transaction.PredictionPage;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/** Predicts some meters on the day before, as well as forecasters do: right in the large, wrong in the small. */
record DemoForecasts(DemoLedger ledger, CampusSimulator campus, ZoneId zone) {

    static final List<CampusMeter> METERS =
            List.of(CampusMeter.WIND_TURBINE, CampusMeter.GRID_IMPORT, CampusMeter.LIBRARY_GAS);

    /** States what the meters will read on a day, if the day has not begun. */
    void predict(LocalDate day, Instant now) {
        if (!day.atStartOfDay(zone).toInstant().isAfter(now)) {
            return;
        }
        ledger.stateAll(
                DemoMember.FORECASTS,
                METERS.stream()
                        .filter(meter -> ledger.states()
                                .state(StateKey.prediction(meter.id(), day))
                                .isEmpty())
                        .map(meter -> new DemoLedger.Request(
                                "prediction/" + meter.id() + "/" + day, new RecordPrediction(page(meter, day))))
                        .toList());
    }

    private static String model(CampusMeter meter) {
        return meter == CampusMeter.WIND_TURBINE ? "wind ensemble 4" : "like days and weather 2";
    }

    /** How far a value may be off, in parts of a thousand. */
    private static int error(CampusMeter meter) {
        return meter == CampusMeter.WIND_TURBINE ? 180 : 90;
    }

    private PredictionPage page(CampusMeter meter, LocalDate day) {
        List<OptionalLong> coming = campus.readings(meter, day);
        int error = error(meter);
        Chance chance = campus.chance().of(60 + meter.ordinal());
        List<Long> values = IntStream.range(0, coming.size())
                .mapToObj(i ->
                        coming.get(i).orElse(i == 0 ? 0 : coming.get(i - 1).orElse(0))
                                * (1000 + chance.drifting(error, 12, day.toEpochDay() * 100 + i))
                                / 1000)
                .toList();
        List<Long> margins = values.stream()
                .map(value -> value * error / 1000 + (meter.scale() == 0 ? 2 : 250))
                .toList();
        return PredictionPage.of(
                        meter.id(), day, zone, meter.interval(), meter.unit(), meter.scale(), values, model(meter))
                .within(margins);
    }
}
