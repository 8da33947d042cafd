package io.smartblocks.runtime.metering;

import io.smartblocks.dsl.agreement.TimeSpan;
import io.smartblocks.dsl.units.Exact;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/** The ways to estimate the readings of one gap, each empty where the readings it needs are missing too. */
final class Estimates {

    /** An estimate that has no finite decimal form keeps this many digits more than the meter reads. */
    static final int MORE_DIGITS = 3;

    private final MeterColumn column;
    private final Grid grid;
    private final Gap gap;
    private final LocalCalendar calendar;

    Estimates(MeterColumn column, Gap gap, LocalCalendar calendar) {
        this.column = column;
        this.grid = column.grid();
        this.gap = gap;
        this.calendar = calendar;
    }

    Optional<Map<Integer, Exact>> straightLine() {
        if (gap.from() == 0 || gap.to() >= column.size()) {
            return Optional.empty();
        }
        Exact first = column.exact(gap.from() - 1);
        Exact rise = column.exact(gap.to()).minus(first).dividedBy(Exact.of(gap.length() + 1L));
        Map<Integer, Exact> estimates = new TreeMap<>();
        for (int i = gap.from(); i < gap.to(); i++) {
            estimates.put(i, first.plus(rise.times(Exact.of(i - gap.from() + 1L))));
        }
        return Optional.of(estimates);
    }

    Optional<Map<Integer, Exact>> previousAverage(TimeSpan span) {
        Instant earliest = Spans.minus(local(gap.from()), span).toInstant();
        Exact sum = Exact.ZERO;
        int count = 0;
        for (int i = gap.from() - 1; i >= 0 && !grid.startOf(i).isBefore(earliest); i--) {
            if (!column.isMissing(i)) {
                sum = sum.plus(column.exact(i));
                count++;
            }
        }
        return count == 0 ? Optional.empty() : all(sum.dividedBy(Exact.of(count)));
    }

    Optional<Map<Integer, Exact>> likeDays(int days) {
        Map<Integer, Exact> estimates = new TreeMap<>();
        for (int i = gap.from(); i < gap.to(); i++) {
            Optional<Exact> average = likeDays(days, local(i));
            if (average.isEmpty()) {
                return Optional.empty();
            }
            estimates.put(i, average.get());
        }
        return Optional.of(estimates);
    }

    Optional<Map<Integer, Exact>> previousYear() {
        Map<Integer, Exact> estimates = new TreeMap<>();
        for (int i = gap.from(); i < gap.to(); i++) {
            ZonedDateTime start = local(i);
            OptionalInt before = indexAt(start.toLocalDate().minusYears(1), start.toLocalTime());
            if (before.isEmpty()) {
                return Optional.empty();
            }
            estimates.put(i, column.exact(before.getAsInt()));
        }
        return Optional.of(estimates);
    }

    Optional<Map<Integer, Exact>> all(Exact value) {
        Map<Integer, Exact> estimates = new TreeMap<>();
        for (int i = gap.from(); i < gap.to(); i++) {
            estimates.put(i, value);
        }
        return Optional.of(estimates);
    }

    /** The column with estimates in place, at a scale that shows all of them. */
    static MeterColumn put(MeterColumn column, Map<Integer, Exact> estimates) {
        int scale = column.scale();
        for (Exact estimate : estimates.values()) {
            scale = Math.max(scale, digits(estimate, column.scale() + MORE_DIGITS));
        }
        long factor = BigDecimal.TEN.pow(scale - column.scale()).longValueExact();
        MeterColumn.Builder builder =
                MeterColumn.of(column.grid(), column.unit(), scale).stands(column.stands());
        for (int i = 0; i < column.size(); i++) {
            builder.put(i, Math.multiplyExact(column.value(i), factor), column.quality(i));
        }
        for (Map.Entry<Integer, Exact> each : estimates.entrySet()) {
            BigDecimal value = each.getValue().toDecimal(scale, RoundingMode.HALF_UP);
            builder.put(each.getKey(), value.unscaledValue().longValueExact(), Quality.ESTIMATED);
        }
        return builder.build();
    }

    private static int digits(Exact value, int most) {
        if (!value.isDecimal()) {
            return most;
        }
        int scale = new BigDecimal(value.toString()).stripTrailingZeros().scale();
        return Math.max(0, Math.min(scale, most));
    }

    private Optional<Exact> likeDays(int days, ZonedDateTime start) {
        boolean working = calendar.workingDays().isWorkingDay(start.toLocalDate());
        Exact sum = Exact.ZERO;
        int found = 0;
        LocalDate day = start.toLocalDate();
        for (int back = 0; back < GapFilling.LIKE_DAYS_WITHIN && found < days; back++) {
            day = day.minusDays(1);
            OptionalInt index = calendar.workingDays().isWorkingDay(day) == working
                    ? indexAt(day, start.toLocalTime())
                    : OptionalInt.empty();
            if (index.isPresent()) {
                sum = sum.plus(column.exact(index.getAsInt()));
                found++;
            }
        }
        return found < days ? Optional.empty() : Optional.of(sum.dividedBy(Exact.of(days)));
    }

    /** The valid reading that starts at a local time of a day, the first of two when the clock goes back. */
    private OptionalInt indexAt(LocalDate day, LocalTime time) {
        if (day.isBefore(grid.from())) {
            return OptionalInt.empty();
        }
        int end = Math.min(grid.indexOf(day.plusDays(1)), gap.from());
        for (int i = grid.indexOf(day); i < end; i++) {
            if (local(i).toLocalTime().equals(time)) {
                return column.isMissing(i) ? OptionalInt.empty() : OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    private ZonedDateTime local(int index) {
        return grid.startOf(index).atZone(grid.zone());
    }
}
