package io.smartblocks.ledger.meter;

import static io.smartblocks.ledger.meter.GatewayFixture.CLOCK;
import static io.smartblocks.ledger.meter.GatewayFixture.METER;
import static io.smartblocks.ledger.meter.GatewayFixture.OPERATOR;
import static io.smartblocks.ledger.meter.GatewayFixture.REGISTRAR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.port.LedgerUnavailable;
import io.smartblocks.ledger.state.ReadingsState;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.transaction.Interval;
import io.smartblocks.ledger.transaction.MeterId;
import io.smartblocks.ledger.transaction.ReadingsPage;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeterGatewayTests {

    private static final LocalDate FIRST = LocalDate.parse("2026-01-01");

    @TempDir
    Path directory;

    private Ledger ledger;

    @BeforeEach
    void open() {
        ledger = GatewayFixture.ledger(directory, "kWh", "PT1H", ReadingsFileFixture.DUBLIN);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void a_value_too_large_for_the_digits_that_stand_is_refused_by_the_ledger() {
        gateway(ledger).submit(List.of(page(0, 1L, 15)), ImportProgress.SILENT);

        assertThat(gateway(ledger).submit(List.of(page(1, 12_345L, 0)), ImportProgress.SILENT))
                .isInstanceOfSatisfying(Forwarded.Refused.class, refused -> {
                    assertThat(refused.code()).isEqualTo("page-differs-from-meter");
                    assertThat(refused.message()).contains("the scale is 0", "has 15");
                });
    }

    private static ReadingsPage page(int hour, long value, int scale) {
        List<Long> values = new ArrayList<>(Collections.nCopies(24, null));
        values.set(hour, value);
        return ReadingsPage.of(METER, FIRST, ReadingsFileFixture.DUBLIN, new Interval("PT1H"), "kWh", scale, values);
    }

    @Test
    void the_stand_of_this_instant_is_recorded_and_a_roll_over_stands_flagged() {
        MeterId register = new MeterId("real/register");
        GatewayFixture.register(ledger, register, "1000000");
        Path file = ReadingsFileFixture.file(
                directory,
                "stands.csv",
                List.of(
                        "start,value",
                        "2026-11-21T10:00:00Z,999990",
                        "2026-11-21T11:00:00Z,999999.5",
                        "2026-11-21T12:00:00Z,12"));

        ReadFile.Pages read = (ReadFile.Pages)
                new ReadingsFile(RegisteredMeters.on(ledger), CLOCK).read(file, ColumnChoice.ofMeter(register));

        assertThat(gateway(ledger).submit(read.pages(), ImportProgress.SILENT))
                .isEqualTo(new Forwarded.Stored(1, 0, 0));
        ReadingsPage standing = ledger.state(
                        StateKey.readings(register, LocalDate.parse("2026-11-21")), ReadingsState.class)
                .orElseThrow()
                .page();
        assertThat(standing.valueAt(12)).contains(new BigDecimal("12.0"));
        assertThat(standing.flags().orElseThrow().charAt(12)).isEqualTo('R');
        assertThat(read.found().first().get(0).words()).startsWith("the register rolls over from 999999.5 kWh");
    }

    @Test
    void pages_come_to_the_ledger_in_batches_of_a_hundred() {
        List<Integer> heard = new ArrayList<>();
        long before = ledger.height();

        Forwarded forwarded = gateway(ledger).submit(days(250), (pages, of) -> heard.add(pages));

        assertThat(forwarded).isEqualTo(new Forwarded.Stored(250, 0, 0));
        assertThat(heard).containsExactly(0, 100, 200, 250);
        assertThat(ledger.height() - before).isEqualTo(3);
        assertThat(ledger.states("readings/")).hasSize(250);
    }

    @Test
    void a_repeated_import_sends_nothing() {
        gateway(ledger).submit(days(3), ImportProgress.SILENT);
        long height = ledger.height();

        Forwarded again = gateway(ledger).submit(days(3), ImportProgress.SILENT);

        assertThat(again).isEqualTo(new Forwarded.Stored(0, 0, 3));
        assertThat(ledger.height()).isEqualTo(height);
    }

    @Test
    void an_import_that_broke_in_the_middle_goes_on_without_doubling() {
        Ledger breaking = InterruptedLedger.losingTheAnswerOf(2, ledger);
        assertThatThrownBy(() -> gateway(breaking).submit(days(250), ImportProgress.SILENT))
                .isInstanceOf(LedgerUnavailable.class);

        Forwarded again = gateway(ledger).submit(days(250), ImportProgress.SILENT);

        assertThat(again).isEqualTo(new Forwarded.Stored(50, 0, 200));
        assertThat(ledger.states("readings/"))
                .hasSize(250)
                .allSatisfy(entry ->
                        assertThat(((ReadingsState) entry.state()).revision()).isZero());
    }

    @Test
    void a_reading_that_differs_stops_the_import_before_anything_is_sent() {
        gateway(ledger).submit(List.of(day(FIRST, 2, 100L, 200L)), ImportProgress.SILENT);
        long height = ledger.height();

        Forwarded forwarded = gateway(ledger)
                .submit(List.of(day(FIRST, 2, 100L, 250L), day(FIRST.plusDays(1), 2, 1L)), ImportProgress.SILENT);

        assertThat(forwarded)
                .isInstanceOfSatisfying(
                        Forwarded.Conflicts.class,
                        conflicts -> assertThat(conflicts.first())
                                .extracting(Forwarded.Conflict::text)
                                .containsExactly(
                                        "The reading of real from 2026-01-01T01:00:00Z (local day 2026-01-01) is 2.00 kWh (A)"
                                                + " on the ledger and 2.50 kWh (A) here. If the new one is right, import it as a correction"
                                                + " with its reason."));
        assertThat(ledger.height()).isEqualTo(height);
    }

    @Test
    void a_correction_replaces_what_differs_and_can_be_taken_back() {
        ReadingsPage first = day(FIRST, 2, 100L, 200L);
        ReadingsPage second = day(FIRST, 2, 100L, 250L);
        gateway(ledger).submit(List.of(first), ImportProgress.SILENT);

        for (ReadingsPage page : List.of(second, first, second)) {
            assertThat(gateway(ledger).correct(List.of(page), "meter read again", ImportProgress.SILENT))
                    .isEqualTo(new Forwarded.Stored(0, 1, 0));
            assertThat(standing(FIRST).page().values()).isEqualTo(page.values());
        }
        assertThat(standing(FIRST).revision()).isEqualTo(3);
    }

    @Test
    void missing_readings_are_filled_in_whatever_the_decimals_of_the_file() {
        gateway(ledger).submit(List.of(day(FIRST, 3, 1000L, null, 3000L)), ImportProgress.SILENT);

        Forwarded filled = gateway(ledger).submit(List.of(day(FIRST, 1, 10L, 25L, null)), ImportProgress.SILENT);

        assertThat(filled).isEqualTo(new Forwarded.Stored(1, 0, 0));
        assertThat(standing(FIRST).page().values().subList(0, 3)).containsExactly(1000L, 2500L, 3000L);
    }

    @Test
    void what_the_ledger_refuses_is_named_with_meter_and_day() {
        Forwarded refused = new MeterGateway(ledger, REGISTRAR, CLOCK).submit(days(1), ImportProgress.SILENT);

        assertThat(refused).isInstanceOfSatisfying(Forwarded.Refused.class, it -> {
            assertThat(it.meter()).isEqualTo(METER);
            assertThat(it.day()).isEqualTo(FIRST);
            assertThat(it.stored()).isZero();
            assertThat(it.message()).contains("meter-operator");
        });
    }

    @Test
    void the_real_building_stands_on_the_ledger_with_every_day_and_every_digit(@TempDir Path other) {
        Path file = SharedCases.file("nmecr/data_temp_daily_degF.csv");
        try (Ledger real = GatewayFixture.ledger(other, "°F", "P1D", ZoneId.of("UTC"))) {
            ReadFile.Pages read = (ReadFile.Pages)
                    new ReadingsFile(RegisteredMeters.on(real), CLOCK).read(file, ColumnChoice.ofMeter(METER));

            Forwarded forwarded = gateway(real).submit(read.pages(), ImportProgress.SILENT);

            assertThat(forwarded).isEqualTo(new Forwarded.Stored(1095, 0, 0));
            BigDecimal total = real.states("readings/").stream()
                    .map(entry ->
                            ((ReadingsState) entry.state()).page().valueAt(0).orElseThrow())
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(total).isEqualByComparingTo("59880.3428518937429");
        }
    }

    private ReadingsState standing(LocalDate day) {
        return ledger.state(StateKey.readings(METER, day), ReadingsState.class).orElseThrow();
    }

    private static MeterGateway gateway(Ledger ledger) {
        return new MeterGateway(ledger, OPERATOR, CLOCK);
    }

    private static List<ReadingsPage> days(int count) {
        return FIRST.datesUntil(FIRST.plusDays(count))
                .map(day -> day(day, 1, 5L))
                .toList();
    }

    private static ReadingsPage day(LocalDate day, int scale, Long... firstHours) {
        Interval hourly = new Interval("PT1H");
        Long[] hours = Arrays.copyOf(firstHours, hourly.valuesOn(day, ReadingsFileFixture.DUBLIN));
        return ReadingsPage.of(METER, day, ReadingsFileFixture.DUBLIN, hourly, "kWh", scale, Arrays.asList(hours));
    }
}
