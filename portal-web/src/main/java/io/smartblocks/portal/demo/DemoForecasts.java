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

/** Predicts the wind turbine on the day before, as well as forecasters do: right in the large, wrong in the small. */
record DemoForecasts(DemoLedger ledger, CampusSimulator campus, ZoneId zone) {

    static final CampusMeter METER = CampusMeter.WIND_TURBINE;

    private static final String MODEL = "wind ensemble 4";
    /** In parts of a thousand. */
    private static final int ERROR = 180;

    /** States what the turbine will do on a day, if the day has not begun. */
    void predict(LocalDate day, Instant now) {
        boolean begun = !day.atStartOfDay(zone).toInstant().isAfter(now);
        boolean known =
                ledger.states().state(StateKey.prediction(METER.id(), day)).isPresent();
        if (!begun && !known) {
            ledger.state(DemoMember.FORECASTS, "prediction/" + day, new RecordPrediction(page(day)));
        }
    }

    private PredictionPage page(LocalDate day) {
        List<OptionalLong> coming = campus.readings(METER, day);
        Chance chance = campus.chance().of(60);
        List<Long> values = IntStream.range(0, coming.size())
                .mapToObj(i -> coming.get(i).orElse(0)
                        * (1000 + chance.drifting(ERROR, 12, day.toEpochDay() * 100 + i))
                        / 1000)
                .toList();
        List<Long> margins =
                values.stream().map(value -> value * ERROR / 1000 + 250).toList();
        return PredictionPage.of(METER.id(), day, zone, METER.interval(), METER.unit(), METER.scale(), values, MODEL)
                .within(margins);
    }
}
