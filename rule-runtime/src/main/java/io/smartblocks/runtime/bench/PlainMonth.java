package io.smartblocks.runtime.bench;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.agreement.CalendarTest;
import io.smartblocks.dsl.agreement.Expr;
import io.smartblocks.dsl.agreement.Term;
import io.smartblocks.dsl.agreement.Value;
import io.smartblocks.runtime.evidence.ReportedEvent;
import io.smartblocks.runtime.metering.ClockMask;
import io.smartblocks.runtime.metering.LocalCalendar;
import io.smartblocks.runtime.metering.MeterColumn;
import io.smartblocks.runtime.settlement.Case;
import io.smartblocks.runtime.settlement.PeriodCalendar;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A case as plain Java has it before it is timed: the agreement's constants by name, and the hours of the clock as runs. */
final class PlainMonth {

    private static final CalendarTest NIGHT = hours(23, 8);
    private static final CalendarTest PEAK = hours(17, 19);

    private final Case settled;
    private final LocalCalendar calendar;
    private final Map<String, BigDecimal> constants = new HashMap<>();
    private final Map<String, ClockMask> masks = new HashMap<>();
    private final int days;

    PlainMonth(Case settled) {
        this.settled = settled;
        Agreement agreement = settled.agreement();
        this.calendar = new PeriodCalendar(agreement).calendar();
        this.days = (int) ChronoUnit.DAYS.between(
                settled.period().from(), settled.period().to());
        for (Term term : agreement.terms()) {
            if (term.value() instanceof Value.Plain plain
                    && plain.expr() instanceof Expr.Constant constant
                    && constant.value().isDecimal()) {
                constants.put(term.name(), constant.value().decimal().orElseThrow());
            }
        }
        settled.evidence()
                .columns()
                .forEach((meter, column) ->
                        masks.put(meter, ClockMask.of(column.grid(), calendar, List.of(NIGHT, PEAK))));
    }

    private static CalendarTest hours(int from, int to) {
        return new CalendarTest(
                Optional.empty(),
                Optional.of(new CalendarTest.Hours(LocalTime.of(from, 0), LocalTime.of(to, 0))),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    Case settled() {
        return settled;
    }

    /** A constant of the agreement, in base units. */
    BigDecimal the(String name) {
        return constants.get(name);
    }

    BigDecimal previous(String term) {
        return settled.evidence().previous().get(term).decimal().orElseThrow();
    }

    /** The one value that an index has. */
    BigDecimal index(String name) {
        return settled.evidence().indexes().get(name).get(0).value().decimal().orElseThrow();
    }

    int days() {
        return days;
    }

    MeterColumn column(String meter) {
        return settled.evidence().columns().get(meter);
    }

    BigDecimal total(String meter) {
        MeterColumn column = column(meter);
        return BigDecimal.valueOf(column.sum(0, column.size()), column.scale());
    }

    /** The reading of a month so many before the settled one, of a meter that is read each month. */
    BigDecimal month(String meter, int before) {
        MeterColumn column = column(meter);
        return BigDecimal.valueOf(column.value(column.size() - 1 - before), column.scale());
    }

    BigDecimal atNight(String meter) {
        return BigDecimal.valueOf(
                masks.get(meter).runs(0).sum(column(meter), 0), column(meter).scale());
    }

    BigDecimal atPeak(String meter) {
        return BigDecimal.valueOf(
                masks.get(meter).runs(1).sum(column(meter), 0), column(meter).scale());
    }

    List<ReportedEvent> events(String name) {
        return settled.evidence().events().getOrDefault(name, List.of());
    }

    static BigDecimal figure(ReportedEvent event, String name) {
        return event.figures().get(name).decimal().orElseThrow();
    }

    /** Whether an event lies in the settled period. */
    boolean isWithin(ReportedEvent event) {
        LocalDate day = event.at().atZone(calendar.zone()).toLocalDate();
        return !day.isBefore(settled.period().from())
                && day.isBefore(settled.period().to());
    }

    /** Whether an event lies in some hours of a working day. */
    boolean isWorking(ReportedEvent event, int from, int to) {
        ZonedDateTime at = event.at().atZone(calendar.zone());
        return at.getHour() >= from
                && at.getHour() < to
                && calendar.workingDays().isWorkingDay(at.toLocalDate());
    }

    int workingDays() {
        int working = 0;
        for (LocalDate day = settled.period().from();
                day.isBefore(settled.period().to());
                day = day.plusDays(1)) {
            working += calendar.workingDays().isWorkingDay(day) ? 1 : 0;
        }
        return working;
    }
}
