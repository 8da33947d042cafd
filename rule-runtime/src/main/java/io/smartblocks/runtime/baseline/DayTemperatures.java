package io.smartblocks.runtime.baseline;

import io.smartblocks.runtime.metering.Grid;
import io.smartblocks.runtime.metering.MeterColumn;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The mean temperature of each day in °F, from the readings of a day as its zone has it: gaps of up to six hours are bridged
 * by a straight line, and more than half of the readings must be there (CalTRACK 2.2.2.3).
 */
final class DayTemperatures {

    /** The unit in which curves count degrees. */
    static final String UNIT = "°F";

    private static final Duration LONGEST_BRIDGE = Duration.ofHours(6);
    private static final int DIGITS = 12;
    private static final BigDecimal FREEZING = BigDecimal.valueOf(32);
    private static final BigDecimal PER_CELSIUS = new BigDecimal("1.8");

    private final MeterColumn column;
    private final Optional<BigDecimal>[] values;

    @SuppressWarnings("unchecked")
    DayTemperatures(MeterColumn column) {
        this.column = column;
        this.values = new Optional[column.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = column.isMissing(i) ? Optional.empty() : Optional.of(reading(i));
        }
        bridge();
    }

    /** The mean of one day. */
    Optional<BigDecimal> of(LocalDate day) {
        Grid grid = column.grid();
        if (day.isBefore(grid.from()) || !day.isBefore(grid.to())) {
            return Optional.empty();
        }
        int from = grid.indexOf(day);
        int to = grid.indexOf(day.plusDays(1));
        BigDecimal sum = BigDecimal.ZERO;
        int count = 0;
        for (int i = from; i < to; i++) {
            if (values[i].isPresent()) {
                sum = sum.add(values[i].get());
                count++;
            }
        }
        return 2 * count > to - from
                ? Optional.of(fahrenheit(sum.divide(BigDecimal.valueOf(count), DIGITS, RoundingMode.HALF_EVEN)))
                : Optional.empty();
    }

    private BigDecimal reading(int index) {
        return BigDecimal.valueOf(column.value(index), column.scale());
    }

    private BigDecimal fahrenheit(BigDecimal value) {
        return column.unit().equals(UNIT) ? value : value.multiply(PER_CELSIUS).add(FREEZING);
    }

    private void bridge() {
        if (!column.grid().isClockwork()) {
            return;
        }
        int longest = (int) LONGEST_BRIDGE.dividedBy(column.grid().step());
        int last = -1;
        for (int i = 0; i < values.length; i++) {
            if (values[i].isPresent()) {
                if (last >= 0 && i - last > 1 && i - last - 1 <= longest) {
                    bridge(last, i);
                }
                last = i;
            }
        }
    }

    private void bridge(int from, int to) {
        BigDecimal start = values[from].orElseThrow();
        BigDecimal rise = values[to].orElseThrow().subtract(start);
        BigDecimal steps = BigDecimal.valueOf((long) to - from);
        for (int i = from + 1; i < to; i++) {
            values[i] = Optional.of(start.add(
                    rise.multiply(BigDecimal.valueOf((long) i - from)).divide(steps, DIGITS, RoundingMode.HALF_EVEN)));
        }
    }
}
