package io.smartblocks.runtime.baseline;

import io.smartblocks.dsl.agreement.Declaration.Baseline.Method;
import io.smartblocks.runtime.baseline.fitting.Row;
import io.smartblocks.runtime.metering.Grid;
import io.smartblocks.runtime.metering.MeterColumn;
import io.smartblocks.runtime.metering.Quality;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes rows of readings and temperatures by the data rules of CalTRACK 2.2 and 2.3. */
final class Designing {

    private static final int DIGITS = 12;

    private final Method method;
    private final LocalDate from;
    private final LocalDate to;
    private final MeterColumn usage;
    private final DayTemperatures temperatures;
    private final List<Row> rows = new ArrayList<>();
    private int unread;
    private int unmeasured;

    private Designing(Method method, LocalDate from, LocalDate to, MeterColumn usage, MeterColumn temperature) {
        this.method = method;
        this.from = from;
        this.to = to;
        this.usage = usage;
        this.temperatures = new DayTemperatures(temperature);
    }

    /** The rows of the days from {@code from} up to, not including, {@code to}. */
    static Design of(Method method, LocalDate from, LocalDate to, MeterColumn usage, MeterColumn temperature) {
        Designing designing = new Designing(method, from, to, usage, temperature);
        if (method.isDaily()) {
            designing.daily();
        } else {
            designing.billing();
        }
        return new Design(
                designing.rows,
                Math.toIntExact(ChronoUnit.DAYS.between(from, to)),
                designing.unread,
                designing.unmeasured,
                Remarks.on(designing.rows));
    }

    private void daily() {
        for (LocalDate day = from; day.isBefore(to); day = day.plusDays(1)) {
            Optional<BigDecimal> used = used(day, day.plusDays(1));
            Optional<BigDecimal> temperature = temperatures.of(day);
            if (used.isEmpty()) {
                unread++;
            } else if (temperature.isEmpty()) {
                unmeasured++;
            } else {
                rows.add(new Row(day, 1, used.get(), List.of(temperature.get())));
            }
        }
    }

    private void billing() {
        int estimated = 0;
        for (Bill bill : new Bills(usage, from, to, method.countsZero()).kept()) {
            List<BigDecimal> means = bill.from()
                    .datesUntil(bill.to())
                    .flatMap(day -> temperatures.of(day).stream())
                    .toList();
            if (10 * means.size() >= 9 * bill.days()) {
                estimated += bill.estimatedDays();
                rows.add(new Row(bill.from(), bill.days(), bill.usage(), means));
            } else {
                unmeasured += bill.days();
            }
        }
        int seen = rows.stream().mapToInt(Row::days).sum();
        unread = Math.toIntExact(ChronoUnit.DAYS.between(from, to)) - seen - unmeasured + estimated;
    }

    /** What was read in some days: more than half of the readings, the others at their mean; no estimates. */
    private Optional<BigDecimal> used(LocalDate start, LocalDate end) {
        Grid grid = usage.grid();
        if (start.isBefore(grid.from()) || end.isAfter(grid.to())) {
            return Optional.empty();
        }
        int first = grid.indexOf(start);
        int last = grid.indexOf(end);
        BigDecimal sum = BigDecimal.ZERO;
        int count = 0;
        for (int i = first; i < last; i++) {
            if (usage.quality(i) == Quality.ACTUAL) {
                sum = sum.add(BigDecimal.valueOf(usage.value(i), usage.scale()));
                count++;
            }
        }
        boolean read = 2 * count > last - first && (sum.signum() != 0 || method.countsZero());
        if (!read) {
            return Optional.empty();
        }
        BigDecimal all = BigDecimal.valueOf((long) last - first);
        return Optional.of(
                count == last - first
                        ? sum
                        : sum.multiply(all).divide(BigDecimal.valueOf(count), DIGITS, RoundingMode.HALF_EVEN));
    }
}
