package io.smartblocks.runtime.rules;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smartblocks.dsl.agreement.CalendarTest;
import io.smartblocks.dsl.agreement.ClauseEvent;
import io.smartblocks.dsl.agreement.Declaration;
import io.smartblocks.dsl.agreement.Due;
import io.smartblocks.dsl.agreement.Expr;
import io.smartblocks.dsl.agreement.Expr.CalendarCount.Count;
import io.smartblocks.dsl.agreement.GapRule;
import io.smartblocks.dsl.agreement.TimeSpan;
import io.smartblocks.dsl.diagnostic.SourceRange;
import io.smartblocks.dsl.units.Unit;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class NotSettledTests {

    private static final CalendarTest NIGHT = test(Optional.empty(), Optional.of(hours(23, 8)));
    private static final CalendarTest WORKING = test(Optional.of(CalendarTest.DayKind.WORKING_DAY), Optional.empty());

    private final NotSettled notSettled = new NotSettled("clause 7");

    @Test
    void registers_are_not_summed_like_readings() {
        assertRefused(() -> notSettled.requireReadings(meter(1, TimeSpan.Unit.DAY, true), List.of()), "registers");
        assertThatCode(() -> notSettled.requireReadings(meter(1, TimeSpan.Unit.DAY, false), List.of()))
                .doesNotThrowAnyException();
    }

    @Test
    void an_estimate_scaled_to_a_register_is_not_left_to_hold_for_ever() {
        GapRule.Arm arm = new GapRule.Arm(
                Optional.empty(), Optional.of(new GapRule.Estimate.LikeDays(3, Optional.of("Register"))), List.of());
        GapRule rule = new GapRule(List.of("Meter"), List.of(arm));

        assertRefused(() -> notSettled.requireReadings(meter(1, TimeSpan.Unit.HOUR, false), List.of(rule)), "scaled");
    }

    @Test
    void readings_of_whole_days_are_not_told_apart_by_the_clock() {
        assertRefused(() -> tell(NIGHT, meter(1, TimeSpan.Unit.DAY, false)), "from 23:00 to 08:00", "every 1 day");
        assertRefused(() -> tell(WORKING, meter(1, TimeSpan.Unit.MONTH, false)), "working day", "every 1 month");
        assertRefused(() -> tell(WORKING, meter(2, TimeSpan.Unit.DAY, false)), "every 2 days");
        assertThatCode(() -> {
                    tell(NIGHT, meter(15, TimeSpan.Unit.MINUTE, false));
                    tell(WORKING, meter(1, TimeSpan.Unit.DAY, false));
                })
                .doesNotThrowAnyException();
    }

    @Test
    void days_have_no_hours_and_months_no_parts() {
        assertRefused(() -> count(Count.DAYS, NIGHT), "count the hours of Month");
        assertRefused(() -> count(Count.MONTHS, WORKING), "count the hours of Month");
        assertThatCode(() -> {
                    count(Count.HOURS, NIGHT);
                    count(Count.DAYS, WORKING);
                })
                .doesNotThrowAnyException();
    }

    @Test
    void due_dates_are_days_counted_from_what_is_known() {
        assertRefused(() -> due(24, TimeSpan.Unit.HOUR, new Due.Event.Settlement()), "within 24 hours");
        assertRefused(() -> due(14, TimeSpan.Unit.DAY, new Due.Event.Notice()), "notice");
        assertRefused(() -> due(2, TimeSpan.Unit.MONTH, new Due.Event.EndOf("Winter")), "own period (Month)", "Winter");
        assertThatCode(() -> {
                    due(14, TimeSpan.Unit.DAY, new Due.Event.Settlement());
                    due(2, TimeSpan.Unit.MONTH, new Due.Event.EndOf("Month"));
                    due(14, TimeSpan.Unit.DAY, new Due.Event.OfClause("1", ClauseEvent.PAID));
                })
                .doesNotThrowAnyException();
    }

    private static void assertRefused(ThrowingCallable call, String... words) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        CannotPlan.class,
                        cannot -> assertThatCode(cannot::where).doesNotThrowAnyException())
                .hasMessageContainingAll(words)
                .extracting(thrown -> ((CannotPlan) thrown).where())
                .isEqualTo("clause 7");
    }

    private void tell(CalendarTest test, Declaration.Meter meter) {
        notSettled.requireTellable(test, List.of(meter));
    }

    private void count(Count count, CalendarTest during) {
        notSettled.requireCountable(new Expr.CalendarCount(
                count, "Month", Optional.of(during), Optional.empty(), Optional.empty(), Unit.of("hours")));
    }

    private void due(int count, TimeSpan.Unit unit, Due.Event event) {
        notSettled.requireDatable(new Due.Within(new TimeSpan(count, unit), event), Optional.of("Month"));
    }

    private static Declaration.Meter meter(int count, TimeSpan.Unit unit, boolean register) {
        return new Declaration.Meter(
                "Meter",
                Unit.of("kWh"),
                new TimeSpan(count, unit),
                Optional.of("meter/1"),
                register,
                Optional.empty(),
                SourceRange.BEGINNING);
    }

    private static CalendarTest test(Optional<CalendarTest.DayKind> day, Optional<CalendarTest.Hours> hours) {
        return new CalendarTest(day, hours, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static CalendarTest.Hours hours(int from, int to) {
        return new CalendarTest.Hours(LocalTime.of(from, 0), LocalTime.of(to, 0));
    }
}
