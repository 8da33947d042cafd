package io.smartblocks.runtime.metering;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.dsl.agreement.GapRule;
import io.smartblocks.dsl.agreement.GapRule.Estimate;
import io.smartblocks.dsl.agreement.TimeSpan;
import io.smartblocks.dsl.units.Exact;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GapFillingTests {

    private static final ZoneId DUBLIN = ZoneId.of("Europe/Dublin");
    private static final LocalCalendar CALENDAR =
            new LocalCalendar(DUBLIN, "Ireland", WorkingDays.named("Ireland").orElseThrow(), List.of());
    private static final TimeSpan HOUR = new TimeSpan(1, TimeSpan.Unit.HOUR);

    @Test
    void a_straight_line_joins_the_readings_on_either_side() {
        MeterColumn column = hours(4).put(0, 1240, Quality.ACTUAL)
                .put(3, 1420, Quality.ACTUAL)
                .build();

        MeterColumn filled = filled(column, upTo(2, new Estimate.StraightLine()));

        assertThat(filled.exact(1)).isEqualTo(Exact.parse("13"));
        assertThat(filled.exact(2)).isEqualTo(Exact.parse("13.6"));
        assertThat(filled.quality(1)).isEqualTo(Quality.ESTIMATED);
        assertThat(filled.quality(0)).isEqualTo(Quality.ACTUAL);
    }

    @Test
    void a_gap_that_is_too_long_for_every_arm_is_told_with_its_length() {
        MeterColumn column =
                hours(6).put(0, 1, Quality.ACTUAL).put(5, 1, Quality.ACTUAL).build();

        Filling filling = fill(column, upTo(2, new Estimate.StraightLine()));

        assertThat(filling)
                .isInstanceOfSatisfying(
                        Filling.Unfilled.class,
                        unfilled -> assertThat(unfilled.reason())
                                .contains("Import Meter", "2026-10-05T01:00", "4 readings"));
    }

    @Test
    void a_gap_is_measured_whole_even_where_it_leaves_the_period() {
        MeterColumn column =
                hours(8).put(0, 1, Quality.ACTUAL).put(7, 1, Quality.ACTUAL).build();

        Filling filling = new GapFilling(
                        "Import Meter", upTo(2, new Estimate.StraightLine()), CALENDAR, value -> Exact.ZERO)
                .fill(column, 5, 8);

        assertThat(filling).isInstanceOf(Filling.Unfilled.class);
    }

    @Test
    void the_average_of_the_span_before_fills_the_gap_and_names_whom_to_tell() {
        MeterColumn.Builder builder = hours(6);
        for (int i = 0; i < 4; i++) {
            builder.put(i, 100 * (i + 1), Quality.ACTUAL);
        }
        GapRule.Arm arm = new GapRule.Arm(
                Optional.empty(),
                Optional.of(new Estimate.PreviousAverage(new TimeSpan(2, TimeSpan.Unit.HOUR))),
                List.of("Client"));

        Filling filling = fill(builder.build(), Optional.of(new GapRule(List.of("Import Meter"), List.of(arm))));

        assertThat(filling.notified()).containsExactly("Client");
        assertThat(((Filling.Filled) filling).column().exact(5)).isEqualTo(Exact.parse("3.5"));
    }

    @Test
    void like_days_are_days_of_the_same_kind_at_the_same_local_time() {
        LocalDate from = LocalDate.of(2026, 10, 19);
        Grid grid = new Grid(from, LocalDate.of(2026, 10, 28), DUBLIN, HOUR);
        MeterColumn.Builder builder = MeterColumn.of(grid, "kWh", 0);
        for (int i = 0; i < grid.size(); i++) {
            boolean working = CALENDAR.workingDays().isWorkingDay(grid.dayOf(i));
            builder.put(i, working ? grid.dayOf(i).getDayOfMonth() : 500, Quality.ACTUAL);
        }
        int noonOfTuesday = grid.indexOf(LocalDate.of(2026, 10, 27)) + 12;
        builder.put(noonOfTuesday, 0, Quality.MISSING);

        MeterColumn filled = filled(builder.build(), always(new Estimate.LikeDays(3, Optional.empty())));

        assertThat(filled.exact(noonOfTuesday)).isEqualTo(Exact.of(22));
    }

    @Test
    void the_same_span_of_the_previous_year_goes_by_the_local_clock() {
        Grid grid = new Grid(LocalDate.of(2025, 10, 5), LocalDate.of(2026, 10, 6), DUBLIN, HOUR);
        MeterColumn.Builder builder = MeterColumn.of(grid, "kWh", 0);
        for (int i = 0; i < grid.size(); i++) {
            builder.put(i, i, Quality.ACTUAL);
        }
        int gap = grid.indexOf(LocalDate.of(2026, 10, 5)) + 7;
        builder.put(gap, 0, Quality.MISSING);

        MeterColumn filled =
                filled(builder.build(), always(new Estimate.PreviousYear(new TimeSpan(1, TimeSpan.Unit.HOUR))));

        assertThat(filled.exact(gap)).isEqualTo(Exact.of(7));
    }

    @Test
    void a_meter_without_a_rule_keeps_its_gap() {
        assertThat(fill(hours(2).build(), Optional.empty())).isInstanceOf(Filling.Unfilled.class);
    }

    private static MeterColumn.Builder hours(int count) {
        LocalDate day = LocalDate.of(2026, 10, 5);
        Grid grid = new Grid(day, day.plusDays(1), DUBLIN, HOUR);
        MeterColumn.Builder builder = MeterColumn.of(grid, "kWh", 2);
        for (int i = count; i < grid.size(); i++) {
            builder.put(i, 0, Quality.ACTUAL);
        }
        return builder;
    }

    private static Optional<GapRule> upTo(int hours, Estimate estimate) {
        GapRule.Arm arm =
                new GapRule.Arm(Optional.of(new TimeSpan(hours, TimeSpan.Unit.HOUR)), Optional.of(estimate), List.of());
        return Optional.of(new GapRule(List.of("Import Meter"), List.of(arm)));
    }

    private static Optional<GapRule> always(Estimate estimate) {
        GapRule.Arm arm = new GapRule.Arm(Optional.empty(), Optional.of(estimate), List.of());
        return Optional.of(new GapRule(List.of("Import Meter"), List.of(arm)));
    }

    private static Filling fill(MeterColumn column, Optional<GapRule> rule) {
        return new GapFilling("Import Meter", rule, CALENDAR, value -> Exact.ZERO).fill(column, 0, column.size());
    }

    private static MeterColumn filled(MeterColumn column, Optional<GapRule> rule) {
        return ((Filling.Filled) fill(column, rule)).column();
    }
}
