package io.smartblocks.ledger.family;

import static io.smartblocks.ledger.family.Row.allowed;
import static io.smartblocks.ledger.family.Row.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.identity.Role;
import io.smartblocks.ledger.state.PredictionState;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.transaction.Interval;
import io.smartblocks.ledger.transaction.MeterAction.AppointPredictor;
import io.smartblocks.ledger.transaction.MeterAction.DismissPredictor;
import io.smartblocks.ledger.transaction.MeterAction.RegisterMeter;
import io.smartblocks.ledger.transaction.MeterAction.RetireMeter;
import io.smartblocks.ledger.transaction.MeterId;
import io.smartblocks.ledger.transaction.PredictionAction.RecordPrediction;
import io.smartblocks.ledger.transaction.PredictionPage;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PredictionFamilyTests {

    private static final MeterId METER = new MeterId("IE-9001/import");
    private static final ZoneId DUBLIN = ZoneId.of("Europe/Dublin");
    private static final LocalDate TOMORROW = LocalDate.of(2026, 11, 3);

    @ParameterizedTest
    @MethodSource("rows")
    void who_may_predict_what(Row row) {
        row.holdsOn(withPredictor());
    }

    static Stream<Row> rows() {
        PredictionPage page = page(TOMORROW, "kWh", 96, 5);
        return Stream.of(
                allowed("the predictor that was appointed", "oracle", predict(page)),
                refused("not another one", "sibyl", predict(page), RefusalCode.NOT_ALLOWED),
                refused("not the operator", "reader", predict(page), RefusalCode.NOT_ALLOWED),
                refused("not without the role", "mute", predict(page), RefusalCode.NOT_ALLOWED),
                refused(
                        "for a known meter",
                        "oracle",
                        predict(of(new MeterId("x"), TOMORROW, "kWh", 96, 5)),
                        RefusalCode.METER_UNKNOWN),
                refused(
                        "in its unit",
                        "oracle",
                        predict(page(TOMORROW, "MWh", 96, 5)),
                        RefusalCode.PAGE_DIFFERS_FROM_METER),
                refused(
                        "for all of the day",
                        "oracle",
                        predict(page(TOMORROW, "kWh", 95, 5)),
                        RefusalCode.PAGE_DIFFERS_FROM_METER),
                allowed("with margins", "oracle", predict(page.within(Collections.nCopies(96, 2L)))),
                refused(
                        "one for each value",
                        "oracle",
                        predict(page.within(Collections.nCopies(95, 2L))),
                        RefusalCode.INVALID_CONTENT),
                refused(
                        "none below 0",
                        "oracle",
                        predict(page.within(Collections.nCopies(96, -1L))),
                        RefusalCode.INVALID_CONTENT),
                refused(
                        "not once the day has begun",
                        "oracle",
                        predict(page(TOMORROW.minusDays(1), "kWh", 96, 5)),
                        RefusalCode.TOO_LATE),
                refused(
                        "the operator alone appoints",
                        "stranger",
                        new AppointPredictor(METER, new MemberId("sibyl")),
                        RefusalCode.NOT_ALLOWED),
                refused(
                        "whom there is",
                        "reader",
                        new AppointPredictor(METER, new MemberId("nobody")),
                        RefusalCode.MEMBER_UNKNOWN),
                refused(
                        "once",
                        "reader",
                        new AppointPredictor(METER, new MemberId("oracle")),
                        RefusalCode.NOTHING_CHANGES),
                refused(
                        "nobody is dismissed who was not appointed",
                        "reader",
                        new DismissPredictor(METER, new MemberId("sibyl")),
                        RefusalCode.NOTHING_CHANGES));
    }

    @ParameterizedTest
    @CsvSource({"2026-11-02T23:59:59.999Z, true", "2026-11-03T00:00:00Z, false", "2026-11-03T00:04:00Z, false"})
    void a_prediction_is_revised_until_its_day_begins(String now, boolean allowed) {
        World world = withPredictor();
        world.must("oracle", predict(page(TOMORROW, "kWh", 96, 5)));
        refused("the same", "oracle", predict(page(TOMORROW, "kWh", 96, 5)), RefusalCode.NOTHING_CHANGES)
                .holdsOn(world);
        world.at(Instant.parse(now));
        Row row = allowed
                ? allowed("in time", "oracle", predict(page(TOMORROW, "kWh", 96, 6)))
                : refused("too late", "oracle", predict(page(TOMORROW, "kWh", 96, 6)), RefusalCode.TOO_LATE);
        row.holdsOn(world);

        PredictionState standing = world.at(StateKey.prediction(METER, TOMORROW), PredictionState.class);
        assertThat(standing.revision()).isEqualTo(allowed ? 1 : 0);
        assertThat(standing.page().valueAt(95)).isEqualByComparingTo(allowed ? "0.006" : "0.005");
    }

    @ParameterizedTest
    @CsvSource({"2027-03-28, 92", "2027-10-31, 100"})
    void the_days_on_which_clocks_change_have_their_own_number_of_values(LocalDate day, int count) {
        allowed("so many", "oracle", predict(page(day, "kWh", count, 1))).holdsOn(withPredictor());
    }

    @Test
    void an_organisation_is_appointed_with_its_predictors_and_dismissed_with_them() {
        World world = withPredictor();
        world.must("reader", new AppointPredictor(METER, new MemberId("stranger")));
        world.must("sibyl", predict(page(TOMORROW, "kWh", 96, 7)));
        world.must("reader", new DismissPredictor(METER, new MemberId("stranger")));
        refused("dismissed", "sibyl", predict(page(TOMORROW, "kWh", 96, 8)), RefusalCode.NOT_ALLOWED)
                .holdsOn(world);
    }

    @Test
    void nothing_is_predicted_for_a_meter_after_its_last_day() {
        World world = withPredictor();
        world.must("reader", new RetireMeter(METER, TOMORROW, "replaced"));
        allowed("its last day", "oracle", predict(page(TOMORROW, "kWh", 96, 1))).holdsOn(world);
        refused("after", "oracle", predict(page(TOMORROW.plusDays(1), "kWh", 96, 1)), RefusalCode.METER_RETIRED)
                .holdsOn(world);
    }

    private static World withPredictor() {
        World world = World.peopled();
        world.person("oracle", "esco-1", Role.PREDICTOR);
        world.person("mute", "esco-1");
        world.person("sibyl", "stranger", Role.PREDICTOR);
        world.must(
                "reader",
                new RegisterMeter(
                        METER,
                        new MemberId("grid"),
                        "Main",
                        "Campus",
                        "electricity",
                        "kWh",
                        Interval.ofMinutes(15),
                        DUBLIN));
        world.must("reader", new AppointPredictor(METER, new MemberId("oracle")));
        world.must("reader", new AppointPredictor(METER, new MemberId("mute")));
        return world;
    }

    private static RecordPrediction predict(PredictionPage page) {
        return new RecordPrediction(page);
    }

    private static PredictionPage page(LocalDate day, String unit, int count, long value) {
        return of(METER, day, unit, count, value);
    }

    private static PredictionPage of(MeterId meter, LocalDate day, String unit, int count, long value) {
        return PredictionPage.of(
                meter,
                day,
                DUBLIN,
                Interval.ofMinutes(15),
                unit,
                3,
                Collections.nCopies(count, value),
                "persistence 1.0");
    }
}
