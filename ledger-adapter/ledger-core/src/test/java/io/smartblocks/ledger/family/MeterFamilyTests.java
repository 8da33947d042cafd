package io.smartblocks.ledger.family;

import static io.smartblocks.ledger.family.Row.allowed;
import static io.smartblocks.ledger.family.Row.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.state.MeterState;
import io.smartblocks.ledger.state.ReadingsState;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.transaction.Interval;
import io.smartblocks.ledger.transaction.Measure;
import io.smartblocks.ledger.transaction.MeterAction.AssignMeter;
import io.smartblocks.ledger.transaction.MeterAction.CorrectReadings;
import io.smartblocks.ledger.transaction.MeterAction.RecordReadings;
import io.smartblocks.ledger.transaction.MeterAction.RegisterMeter;
import io.smartblocks.ledger.transaction.MeterAction.RetireMeter;
import io.smartblocks.ledger.transaction.MeterId;
import io.smartblocks.ledger.transaction.ReadingsPage;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class MeterFamilyTests {

    private static final MeterId METER = new MeterId("meter/IE-9001/import");
    private static final ZoneId DUBLIN = ZoneId.of("Europe/Dublin");
    private static final Interval QUARTER = Interval.ofMinutes(15);
    private static final LocalDate DAY = LocalDate.of(2026, 10, 1);

    @ParameterizedTest
    @MethodSource("rows")
    void who_may_state_what_of_a_meter(Row row) {
        row.holdsOn(withMeter());
    }

    static Stream<Row> rows() {
        ReadingsPage full = page(DAY, 96);
        return Stream.of(
                allowed("the operator records a day", "reader", new RecordReadings(full)),
                allowed("with the organisation's own key too", "grid", new RecordReadings(full)),
                refused("another operator does not", "stranger", new RecordReadings(full), RefusalCode.NOT_ALLOWED),
                refused(
                        "nor a colleague without the role",
                        "helper",
                        new RecordReadings(full),
                        RefusalCode.NOT_ALLOWED),
                refused(
                        "an unknown meter",
                        "reader",
                        new RecordReadings(of("x", QUARTER, "kWh", 96)),
                        RefusalCode.METER_UNKNOWN),
                differs("another unit", of("IE-9001/import", QUARTER, "MWh", 96)),
                differs("another interval", of("IE-9001/import", Interval.ofMinutes(30), "kWh", 48)),
                differs("another zone", ReadingsPage.of(METER, DAY, ZoneId.of("UTC"), QUARTER, "kWh", 3, values(96))),
                differs("too few values", page(DAY, 95)),
                differs("another start", shifted(full)),
                refused("no value at all", "reader", new RecordReadings(empty()), RefusalCode.INVALID_CONTENT),
                refused(
                        "an unknown quality",
                        "reader",
                        new RecordReadings(full.with(full.values(), "X".repeat(96), Optional.empty())),
                        RefusalCode.INVALID_CONTENT),
                refused(
                        "an unknown flag",
                        "reader",
                        new RecordReadings(full.with(full.values(), full.quality(), Optional.of("?".repeat(96)))),
                        RefusalCode.INVALID_CONTENT),
                refused(
                        "too few flags",
                        "reader",
                        new RecordReadings(full.with(full.values(), full.quality(), Optional.of("S"))),
                        RefusalCode.INVALID_CONTENT),
                refused(
                        "flags that flag nothing",
                        "reader",
                        new RecordReadings(full.with(full.values(), full.quality(), Optional.of(".".repeat(96)))),
                        RefusalCode.INVALID_CONTENT),
                refused(
                        "a correction of nothing",
                        "reader",
                        new CorrectReadings(full, "typo"),
                        RefusalCode.VALUE_UNKNOWN),
                refused("a meter is registered once", "reader", register("IE-9001/import"), RefusalCode.METER_EXISTS),
                allowed("the registrar registers meters", "registrar", register("other")),
                refused("others do not", "eve", register("other"), RefusalCode.NOT_ALLOWED),
                allowed("the operator assigns a site", "reader", new AssignMeter(METER, "Annexe")),
                refused("others do not", "stranger", new AssignMeter(METER, "Annexe"), RefusalCode.NOT_ALLOWED));
    }

    private static Row differs(String title, ReadingsPage page) {
        return refused(title, "reader", new RecordReadings(page), RefusalCode.PAGE_DIFFERS_FROM_METER);
    }

    @ParameterizedTest
    @CsvSource({"2026-10-24, 96", "2026-10-25, 100", "2026-03-29, 92"})
    void a_day_has_as_many_quarter_hours_as_its_zone_gives_it(LocalDate day, int count) {
        World world = withMeter();
        allowed("right", "reader", new RecordReadings(page(day, count))).holdsOn(world);
        differs("wrong", page(day, count - 4)).holdsOn(withMeter());
    }

    @Test
    void a_flag_is_not_taken_back_by_saying_the_value_again() {
        World world = withMeter();
        List<@Nullable Long> gap = new ArrayList<>(values(96));
        gap.set(7, null);
        ReadingsPage flagged = page(DAY, gap);
        world.must(
                "reader",
                new RecordReadings(
                        flagged.with(flagged.values(), flagged.quality(), Optional.of("S" + ".".repeat(95)))));
        world.must("reader", new RecordReadings(page(DAY, 96)));

        ReadingsState state = world.at(StateKey.readings(METER, DAY), ReadingsState.class);
        assertThat(state.page().missing()).isZero();
        assertThat(state.page().flags()).contains("S" + ".".repeat(95));
    }

    @Test
    void missing_values_are_filled_and_nothing_else_changes() {
        World world = withMeter();
        List<@Nullable Long> gaps = new ArrayList<>(values(96));
        gaps.set(7, null);
        gaps.set(8, null);
        world.must("reader", new RecordReadings(page(DAY, gaps)));
        List<@Nullable Long> onlyEight = new ArrayList<>(Collections.nCopies(96, null));
        onlyEight.set(8, 8L);
        world.must("reader", new RecordReadings(page(DAY, onlyEight)));

        ReadingsState state = world.at(StateKey.readings(METER, DAY), ReadingsState.class);
        assertThat(state.revision()).isEqualTo(1);
        assertThat(state.page().missing()).isEqualTo(1);
        assertThat(state.page().values().get(8)).isEqualTo(8L);
        assertThat(state.page().quality()).isEqualTo("AAAAAAA-" + "A".repeat(88));
    }

    @Test
    void the_same_readings_again_are_a_duplicate_and_others_a_conflict() {
        World world = withMeter();
        world.must("reader", new RecordReadings(page(DAY, 96)));
        List<@Nullable Long> other = new ArrayList<>(values(96));
        other.set(4, 777L);

        refused("again", "reader", new RecordReadings(page(DAY, 96)), RefusalCode.READINGS_DUPLICATE)
                .holdsOn(world);
        assertThat(world.ask("reader", new RecordReadings(page(DAY, other))))
                .isInstanceOfSatisfying(Decision.Refused.class, refused -> {
                    assertThat(refused.code()).isEqualTo(RefusalCode.READINGS_CONFLICT);
                    assertThat(refused.message())
                            .contains("IE-9001/import", "2026-10-01T00:00:00Z", "0.004 kWh", "0.777 kWh", "correction");
                });
    }

    @Test
    void a_correction_replaces_values_and_keeps_its_reason() {
        World world = withMeter();
        world.must("reader", new RecordReadings(page(DAY, 96)));
        List<@Nullable Long> one = new ArrayList<>(Collections.nCopies(96, null));
        one.set(4, 777L);
        refused("without reason", "reader", new CorrectReadings(page(DAY, one), ""), RefusalCode.REASON_MISSING)
                .holdsOn(world);
        world.must("reader", new CorrectReadings(page(DAY, one), "wrong multiplier"));

        ReadingsState state = world.at(StateKey.readings(METER, DAY), ReadingsState.class);
        assertThat(state.page().values().get(4)).isEqualTo(777L);
        assertThat(state.page().values().get(5)).isEqualTo(5L);
        assertThat(state.reason()).isEqualTo("wrong multiplier");
        refused("again", "reader", new CorrectReadings(page(DAY, one), "x"), RefusalCode.READINGS_DUPLICATE)
                .holdsOn(world);
    }

    @Test
    void a_retired_meter_has_no_readings_after_its_last_day() {
        World world = withMeter();
        world.must("reader", new RecordReadings(page(DAY, 96)));
        refused("by others", "stranger", new RetireMeter(METER, DAY, "replaced"), RefusalCode.NOT_ALLOWED)
                .holdsOn(world);
        refused("no reason", "reader", new RetireMeter(METER, DAY, ""), RefusalCode.REASON_MISSING)
                .holdsOn(world);
        world.must("reader", new RetireMeter(METER, DAY, "replaced"));

        refused("after", "reader", new RecordReadings(page(DAY.plusDays(1), 96)), RefusalCode.METER_RETIRED)
                .holdsOn(world);
        refused("again", "reader", new RetireMeter(METER, DAY, "replaced"), RefusalCode.NOTHING_CHANGES)
                .holdsOn(world);
        List<@Nullable Long> one = new ArrayList<>(Collections.nCopies(96, null));
        one.set(4, 777L);
        allowed("its last day is corrected", "reader", new CorrectReadings(page(DAY, one), "typo"))
                .holdsOn(world);
        allowed("the last day too", "reader", new RetireMeter(METER, DAY.plusDays(1), "stayed a day longer"))
                .holdsOn(world);
        allowed("which then is read", "reader", new RecordReadings(page(DAY.plusDays(1), 96)))
                .holdsOn(world);
    }

    @ParameterizedTest
    @CsvSource({
        "INTERVAL, 47, true",
        "INTERVAL, 48, false",
        "INTERVAL, 95, false",
        "REGISTER, 48, true",
        "REGISTER, 49, false"
    })
    void a_value_is_known_when_its_interval_ends_and_a_stand_when_it_begins(
            Measure measure, int last, boolean allowed) {
        World world = World.peopled();
        world.must("reader", register(measure, Optional.empty()));
        world.at(Instant.parse("2026-11-02T12:04:59Z"));
        List<@Nullable Long> values = new ArrayList<>(Collections.nCopies(96, null));
        values.set(last, 1L);
        RecordReadings reading = new RecordReadings(page(LocalDate.of(2026, 11, 2), values));
        Row row = allowed
                ? allowed("known", "reader", reading)
                : refused("of the future", "reader", reading, RefusalCode.FROM_THE_FUTURE);
        row.holdsOn(world);
    }

    @ParameterizedTest
    @CsvSource({"0, true", "999, true", "1000, false", "-1, false"})
    void a_stand_is_one_that_the_register_shows(long stand, boolean allowed) {
        World world = World.peopled();
        world.must("reader", register(Measure.REGISTER, Optional.of(BigDecimal.ONE)));
        RecordReadings reading = new RecordReadings(page(DAY, new ArrayList<>(Collections.nCopies(96, stand))));
        Row row = allowed
                ? allowed("shown", "reader", reading)
                : refused("none", "reader", reading, RefusalCode.INVALID_CONTENT);
        row.holdsOn(world);
    }

    @ParameterizedTest
    @CsvSource({
        "register, IE-9001/import, kWh, ''",
        "interval, IE-9001/import, kWh, invalid-content",
        "register, IE-9001/import, MWh, invalid-content",
        "register, IE-9001/stands, kWh, invalid-content",
        "register, IE-9009/import, kWh, meter-unknown"
    })
    void a_register_may_check_a_meter_of_amounts_in_its_unit(String measure, String other, String unit, String code) {
        World world = withMeter();
        world.must("reader", checking("IE-9001/stands", Measure.REGISTER, "kWh", "IE-9001/import"));
        RegisterMeter stated =
                checking("IE-9001/total", Measure.valueOf(measure.toUpperCase(Locale.ROOT)), unit, other);
        new Row("checks", "reader", stated, code).holdsOn(world);
        assertThat(world.at(StateKey.meter(new MeterId("IE-9001/stands")), MeterState.class)
                        .checks())
                .contains(METER);
    }

    private static RegisterMeter checking(String meter, Measure measure, String unit, String other) {
        return new RegisterMeter(
                new MeterId(meter),
                new MemberId("grid"),
                "Main",
                "Campus",
                "electricity",
                unit,
                QUARTER,
                DUBLIN,
                measure,
                Optional.empty(),
                Optional.of(new MeterId(other)));
    }

    private static RegisterMeter register(Measure measure, Optional<BigDecimal> rollsOverAt) {
        return new RegisterMeter(
                METER,
                new MemberId("grid"),
                "Main",
                "Campus",
                "electricity",
                "kWh",
                QUARTER,
                DUBLIN,
                measure,
                rollsOverAt);
    }

    private static World withMeter() {
        World world = World.peopled();
        world.must("reader", register("IE-9001/import"));
        return world;
    }

    private static RegisterMeter register(String meter) {
        return new RegisterMeter(
                new MeterId(meter), new MemberId("grid"), "Main", "Campus", "electricity", "kWh", QUARTER, DUBLIN);
    }

    private static ReadingsPage page(LocalDate day, int count) {
        return page(day, values(count));
    }

    private static ReadingsPage page(LocalDate day, List<@Nullable Long> values) {
        return ReadingsPage.of(METER, day, DUBLIN, QUARTER, "kWh", 3, values);
    }

    private static ReadingsPage of(String meter, Interval interval, String unit, int count) {
        return ReadingsPage.of(new MeterId(meter), DAY, DUBLIN, interval, unit, 3, values(count));
    }

    private static ReadingsPage empty() {
        return page(DAY, new ArrayList<>(Collections.nCopies(96, null)));
    }

    private static ReadingsPage shifted(ReadingsPage page) {
        return new ReadingsPage(
                page.meter(),
                page.day(),
                page.zone(),
                page.start().plusSeconds(3600),
                page.interval(),
                page.unit(),
                page.scale(),
                page.values(),
                page.quality());
    }

    private static List<@Nullable Long> values(int count) {
        List<@Nullable Long> values = new ArrayList<>();
        for (long i = 0; i < count; i++) {
            values.add(i);
        }
        return values;
    }
}
