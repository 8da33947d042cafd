package io.smartblocks.portal.energy.series;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.readmodel.DayReadings;
import io.smartblocks.ledger.state.MeterState;
import io.smartblocks.ledger.transaction.Interval;
import io.smartblocks.ledger.transaction.Measure;
import io.smartblocks.ledger.transaction.MeterId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlotsTests {

    private static final MeterId ID = new MeterId("M");
    private static final ZoneId DUBLIN = ZoneId.of("Europe/Dublin");
    private static final LocalDate DAY = LocalDate.of(2026, 10, 5);

    @ParameterizedTest
    @CsvSource({"2026-03-29, 92", "2026-10-05, 96", "2026-10-25, 100"})
    void a_day_has_as_many_quarter_hours_as_its_clock_gives_it(LocalDate day, int expected) {
        List<Slot> slots = Slots.of(meter("PT15M", Measure.INTERVAL), day, day.plusDays(1), List.of());

        assertThat(slots).hasSize(expected).allMatch(slot -> slot.value().isEmpty());
        assertThat(slots.get(expected - 1).end())
                .isEqualTo(day.plusDays(1).atStartOfDay(DUBLIN).toInstant());
    }

    @Test
    void a_register_tells_what_it_advanced_up_to_the_first_stand_of_the_next_day() {
        List<Slot> slots = Slots.of(
                meter("P1D", Measure.REGISTER),
                DAY,
                DAY.plusDays(3),
                List.of(page(DAY, 999_900), page(DAY.plusDays(1), 999_990), page(DAY.plusDays(2), 60)));

        assertThat(slots)
                .extracting(slot -> slot.value().map(BigDecimal::toPlainString).orElse("-"))
                .as("over the roll-over at a million; of the last day the stand behind it is not known")
                .containsExactly("90", "70", "-");
    }

    @Test
    void a_register_that_goes_back_tells_nothing() {
        List<Slot> slots = Slots.of(
                meter("P1D", Measure.REGISTER),
                DAY,
                DAY.plusDays(1),
                List.of(page(DAY, 500_000), page(DAY.plusDays(1), 400_000)));

        assertThat(slots)
                .singleElement()
                .satisfies(slot -> assertThat(slot.value()).isEmpty());
    }

    @Test
    void an_amount_knows_what_is_missing_estimated_and_highest() {
        Amount amount = Slots.of(
                        meter("P1D", Measure.INTERVAL),
                        DAY,
                        DAY.plusDays(3),
                        List.of(
                                page(DAY, 7),
                                new DayReadings(
                                        ID,
                                        DAY.plusDays(2),
                                        "Europe/Dublin",
                                        "P1D",
                                        "kWh",
                                        0,
                                        new long[] {9},
                                        "E",
                                        new byte[0])))
                .stream()
                .map(Amount::of)
                .reduce(Amount.NONE, Amount::and);

        assertThat(amount.sum()).isEqualByComparingTo("16");
        assertThat(amount.known()).isEqualTo(2);
        assertThat(amount.expected()).isEqualTo(3);
        assertThat(amount.estimated()).isEqualTo(1);
        assertThat(amount.highest()).hasValue(new BigDecimal("9"));
        assertThat(amount.value(true)).as("no total where a reading is missing").isEmpty();
    }

    private static DayReadings page(LocalDate day, long value) {
        return new DayReadings(ID, day, "Europe/Dublin", "P1D", "kWh", 0, new long[] {value}, "A", new byte[0]);
    }

    private static MeterState meter(String interval, Measure measure) {
        return new MeterState(
                ID,
                new MemberId("operator"),
                "Meter",
                "Site",
                "heat",
                "kWh",
                new Interval(interval),
                DUBLIN,
                measure,
                measure == Measure.REGISTER ? Optional.of(BigDecimal.valueOf(1_000_000)) : Optional.empty(),
                Optional.empty(),
                Set.of(),
                Optional.empty());
    }
}
