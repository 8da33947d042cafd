package io.smartblocks.ledger.meter.validation;

import static io.smartblocks.ledger.meter.validation.ValidationFixture.FIRST;
import static io.smartblocks.ledger.meter.validation.ValidationFixture.amounts;
import static io.smartblocks.ledger.meter.validation.ValidationFixture.day;
import static io.smartblocks.ledger.meter.validation.ValidationFixture.flagged;
import static io.smartblocks.ledger.meter.validation.ValidationFixture.history;
import static io.smartblocks.ledger.meter.validation.ValidationFixture.usual;
import static io.smartblocks.ledger.meter.validation.ValidationFixture.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.transaction.Interval;
import io.smartblocks.ledger.transaction.Measure;
import io.smartblocks.ledger.transaction.MeterId;
import io.smartblocks.ledger.transaction.ReadingsPage;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ValidationTests {

    private static final LocalDate LAST = FIRST.plusDays(21);

    @Test
    void usual_readings_are_not_flagged() {
        Validation.Validated validated = amounts(usual(FIRST, 30), History.NONE);

        assertThat(validated.pages()).isEqualTo(usual(FIRST, 30));
        assertThat(validated.report()).isEqualTo(ValidationReport.clean());
    }

    @Test
    void a_spike_is_more_than_ten_times_the_median_of_the_last_three_weeks_at_that_hour() {
        // Hour 5 of 1 to 21 June holds 106 to 126, so the median is 116 and ten times of it 1,160.
        History before = history(usual(FIRST, 21));

        Validation.Validated at = amounts(List.of(with(usual(LAST), 5, 1160L)), before);
        Validation.Validated above = amounts(List.of(with(usual(LAST), 5, 1161L)), before);

        assertThat(at.pages().get(0).flags()).isEmpty();
        assertThat(flagged(above.pages().get(0), 'S')).containsExactly(5);
        assertThat(above.report().lines())
                .containsExactly(
                        "1 reading flagged S: far above the readings at the same time of day",
                        "  IE-1/heat at 2026-06-22 05:00 +01:00: 116.1 kWh is more than 10 times 11.6, the median of the 21"
                                + " readings other than 0 at this time of day in the 21 days before, and more than any other in them");
    }

    @Test
    void what_other_hours_of_those_weeks_reached_is_no_spike() {
        List<ReadingsPage> weeks = new ArrayList<>(usual(FIRST, 21));
        weeks.set(20, with(weeks.get(20), 18, 5000L));

        assertThat(amounts(List.of(with(usual(LAST), 5, 5000L)), history(weeks)).report())
                .isEqualTo(ValidationReport.clean());
        assertThat(amounts(List.of(with(usual(LAST), 5, 5001L)), history(weeks))
                        .report()
                        .counts())
                .containsExactly(Map.entry(Flag.SPIKE, 1));
    }

    @Test
    void a_spike_does_not_hide_the_next_one() {
        assertThat(amounts(
                                List.of(with(usual(LAST), 5, 9_000L), with(usual(LAST.plusDays(1)), 5, 8_000L)),
                                history(usual(FIRST, 21)))
                        .report()
                        .counts())
                .containsExactly(Map.entry(Flag.SPIKE, 2));
    }

    @Test
    void nothing_is_a_spike_before_a_week_is_known() {
        assertThat(amounts(List.of(with(usual(LAST), 5, 9_999_999L)), history(usual(LAST.minusDays(6), 6)))
                        .report())
                .isEqualTo(ValidationReport.clean());
        assertThat(amounts(List.of(with(usual(LAST), 5, 9_999_999L)), history(usual(LAST.minusDays(7), 7)))
                        .report()
                        .counts())
                .containsExactly(Map.entry(Flag.SPIKE, 1));
    }

    @Test
    void readings_of_more_than_three_weeks_ago_do_not_count() {
        assertThat(amounts(List.of(with(usual(LAST), 5, 9_999_999L)), history(usual(LAST.minusDays(40), 19)))
                        .report())
                .isEqualTo(ValidationReport.clean());
    }

    @Test
    void a_negative_amount_is_flagged_and_kept_but_frost_is_not() {
        ReadingsPage page = with(usual(FIRST), 3, -45L);

        Validation.Validated validated = amounts(page);
        Validation.Validated frost = amounts(day(FIRST, "°C", hour -> -10L - hour));

        assertThat(validated.pages().get(0).values()).isEqualTo(page.values());
        assertThat(flagged(validated.pages().get(0), 'N')).containsExactly(3);
        assertThat(frost.report()).isEqualTo(ValidationReport.clean());
    }

    @Test
    void the_same_value_for_a_day_is_stuck_from_its_first_reading_on() {
        ReadingsPage first = day(FIRST, hour -> hour < 20 ? 100L + hour : 77L);
        ReadingsPage second = day(FIRST.plusDays(1), hour -> hour < 20 ? 77L : 100L + hour);

        Validation.Validated validated = amounts(first, second);

        assertThat(flagged(validated.pages().get(0), 'K')).containsExactly(20, 21, 22, 23);
        assertThat(flagged(validated.pages().get(1), 'K')).hasSize(20);
        assertThat(validated.report().counts()).containsExactly(Map.entry(Flag.STUCK, 24));
        assertThat(amounts(first, with(second, 19, 78L)).report()).isEqualTo(ValidationReport.clean());
    }

    @Test
    void nothing_used_is_not_stuck_and_a_gap_ends_a_run() {
        assertThat(amounts(day(FIRST, hour -> 0L), day(FIRST.plusDays(1), hour -> 0L))
                        .report())
                .isEqualTo(ValidationReport.clean());
        assertThat(amounts(day(FIRST, hour -> hour == 12 ? null : 77L)).report())
                .isEqualTo(ValidationReport.clean());
    }

    @Test
    void a_run_that_began_on_the_ledger_is_flagged_where_it_is_new() {
        ReadingsPage standing = day(FIRST, hour -> hour < 12 ? 77L : null);
        ReadingsPage stated = day(FIRST, hour -> hour < 12 ? null : 77L);

        Validation.Validated validated = amounts(List.of(stated), history(List.of(standing)));

        assertThat(flagged(validated.pages().get(0), 'K')).hasSize(12).startsWith(12);
    }

    @Test
    void a_daily_meter_is_stuck_after_a_week_of_the_same() {
        List<ReadingsPage> week = FIRST.datesUntil(FIRST.plusDays(7))
                .map(day -> ReadingsPage.of(
                        new MeterId("IE-1/daily"),
                        day,
                        ValidationFixture.DUBLIN,
                        new Interval("P1D"),
                        "kWh",
                        0,
                        List.of(9L)))
                .toList();

        assertThat(amounts(week.subList(0, 6), History.NONE).report()).isEqualTo(ValidationReport.clean());
        assertThat(amounts(week, History.NONE).report().counts()).containsExactly(Map.entry(Flag.STUCK, 7));
    }

    @Test
    void more_than_the_connection_allows_is_outside() {
        Validation.Validated validated = Validation.of(
                List.of(with(usual(FIRST), 4, 900L)),
                Counting.amounts(),
                History.NONE,
                Thresholds.standard().withExpectedAtMost(new BigDecimal("50")));

        assertThat(flagged(validated.pages().get(0), 'O')).containsExactly(4);
    }

    @Test
    void what_the_source_says_is_counted_and_stays() {
        String flags = "V" + ".".repeat(23);
        ReadingsPage page = usual(FIRST);

        Validation.Validated validated = amounts(page.with(page.values(), page.quality(), Optional.of(flags)));

        assertThat(validated.pages().get(0).flags()).contains(flags);
        assertThat(validated.report().counts()).containsExactly(Map.entry(Flag.ESTIMATED, 1));
    }

    @Test
    void of_two_flags_the_graver_stands_and_both_are_counted() {
        ReadingsPage page = with(usual(FIRST), 0, -5L);
        String flags = "V" + ".".repeat(23);

        Validation.Validated validated = amounts(page.with(page.values(), page.quality(), Optional.of(flags)));

        assertThat(validated.pages().get(0).flags().orElseThrow()).startsWith("N.");
        assertThat(validated.report().counts())
                .containsExactly(Map.entry(Flag.NEGATIVE, 1), Map.entry(Flag.ESTIMATED, 1));
    }

    @Test
    void a_register_that_rolls_over_and_one_that_goes_back_are_told_apart() {
        Validation.Validated rolled = register(day(FIRST, hour -> (999_9900L + 10 * hour) % 1_000_0000L));
        Validation.Validated back = register(day(FIRST, hour -> hour < 12 ? 500_0000L + hour : 400_0000L + hour));

        assertThat(flagged(rolled.pages().get(0), 'R')).containsExactly(10);
        assertThat(rolled.report().first())
                .singleElement()
                .satisfies(finding -> assertThat(finding.words())
                        .isEqualTo("the register rolls over from 999999.0 kWh at 2026-06-01T08:00:00Z to 0.0 kWh,"
                                + " an advance of 1.0"));
        assertThat(flagged(back.pages().get(0), 'R')).containsExactly(12);
        assertThat(back.report().first().get(0).words()).startsWith("the register goes back from 500001.1 kWh");
    }

    @Test
    void a_register_without_a_known_end_only_goes_back() {
        Validation.Validated validated = Validation.of(
                List.of(day(FIRST, hour -> (999_9900L + 10 * hour) % 1_000_0000L)),
                new Counting(Measure.REGISTER, Optional.empty()),
                History.NONE,
                Thresholds.standard());

        assertThat(validated.report().first().get(0).words()).startsWith("the register goes back");
    }

    @Test
    void the_advance_of_a_register_can_be_a_spike() {
        List<ReadingsPage> pages = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            long morning = 1_000L + 240L * i;
            pages.add(day(FIRST.plusDays(i), hour -> morning + 10L * hour));
        }
        ReadingsPage last = pages.remove(9);
        List<Long> values = new ArrayList<>(last.values());
        long sixth = values.get(6);
        values.replaceAll(value -> value >= sixth ? value + 5_000 : value);
        pages.add(last.with(values, last.quality(), last.flags()));

        Validation.Validated validated = register(pages.toArray(ReadingsPage[]::new));

        assertThat(flagged(validated.pages().get(9), 'S')).hasSize(1);
        assertThat(validated.report().counts()).containsExactly(Map.entry(Flag.SPIKE, 1));
    }

    private static Validation.Validated register(ReadingsPage... pages) {
        return Validation.of(
                List.of(pages),
                new Counting(Measure.REGISTER, Optional.of(new BigDecimal("1000000"))),
                History.NONE,
                Thresholds.standard());
    }
}
