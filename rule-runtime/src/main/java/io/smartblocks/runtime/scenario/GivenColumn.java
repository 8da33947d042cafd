package io.smartblocks.runtime.scenario;

import io.smartblocks.dsl.agreement.CalendarTest;
import io.smartblocks.dsl.agreement.Declaration.Meter;
import io.smartblocks.dsl.agreement.Scenario;
import io.smartblocks.dsl.agreement.Scenario.Days;
import io.smartblocks.dsl.agreement.Scenario.Step;
import io.smartblocks.dsl.units.Exact;
import io.smartblocks.runtime.metering.ClockMask;
import io.smartblocks.runtime.metering.Grid;
import io.smartblocks.runtime.metering.LocalCalendar;
import io.smartblocks.runtime.metering.MeterColumn;
import io.smartblocks.runtime.metering.Quality;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The readings of one meter as a scenario gives them; a later given wins for the readings it names. */
final class GivenColumn {

    /** A total is spread in whole numbers of this many digits more, so that the readings add up to it exactly. */
    private static final int MORE_DIGITS = 6;

    private final Meter meter;
    private final LocalCalendar calendar;
    private final List<Step> givens;
    private final boolean looksAhead;

    /** {@code looksAhead} if readings after a period may fill its gaps. */
    GivenColumn(Meter meter, LocalCalendar calendar, List<Step> givens, boolean looksAhead) {
        this.looksAhead = looksAhead;
        this.meter = meter;
        this.calendar = calendar;
        this.givens = givens.stream().filter(this::isOfMeter).toList();
    }

    /** True if a sentence gives readings of it. */
    boolean isGiven() {
        return !givens.isEmpty();
    }

    /** The column that ends with a period and starts with it or with the first reading given before. */
    MeterColumn upTo(LocalDate from, LocalDate to) {
        LocalDate first = givens.stream()
                .flatMap(step -> start(step).stream())
                .filter(day -> day.isBefore(from))
                .min(LocalDate::compareTo)
                .orElse(from);
        LocalDate last = givens.stream()
                .filter(step -> looksAhead || step instanceof Scenario.GivenStand)
                .flatMap(step -> end(step).stream())
                .filter(day -> day.isAfter(to))
                .max(LocalDate::compareTo)
                .orElse(to);
        Grid grid = new Grid(first, last, calendar.zone(), meter.every());
        MeterColumn.Builder column = MeterColumn.of(grid, meter.unit().symbol(), scale());
        GivenStands stands = new GivenStands(meter, scale());
        for (Step step : givens) {
            if (step instanceof Scenario.GivenStand stand) {
                stands.put(column, stand);
            } else {
                apply(column, step);
            }
        }
        return meter.register() ? column.stands(stands.known(grid)).build() : column.build();
    }

    private boolean isOfMeter(Step step) {
        String name = meter.name();
        return step instanceof Scenario.GivenSeries series && series.name().equals(name)
                || step instanceof Scenario.GivenTotal total && total.meter().equals(name)
                || step instanceof Scenario.GivenEach each && each.meter().equals(name)
                || step instanceof Scenario.GivenStand stand && stand.meter().equals(name)
                || step instanceof Scenario.GivenGap gap && gap.meter().equals(name);
    }

    private static Optional<LocalDate> start(Step step) {
        if (step instanceof Scenario.GivenSeries series) {
            return Optional.of(series.from());
        } else if (step instanceof Scenario.GivenTotal total) {
            return Optional.of(total.over().from());
        } else if (step instanceof Scenario.GivenEach each) {
            return each.over().map(Days::from);
        } else if (step instanceof Scenario.GivenStand stand) {
            return Optional.of(stand.on());
        }
        return Optional.empty();
    }

    private Optional<LocalDate> end(Step step) {
        if (step instanceof Scenario.GivenSeries series) {
            Grid spans = new Grid(series.from(), series.from().plusYears(100), calendar.zone(), series.every());
            return Optional.of(spans.dayOf(series.values().size()));
        } else if (step instanceof Scenario.GivenTotal total) {
            return Optional.of(total.over().to().plusDays(1));
        } else if (step instanceof Scenario.GivenEach each) {
            return each.over().map(days -> days.to().plusDays(1));
        }
        return start(step);
    }

    private void apply(MeterColumn.Builder column, Step step) {
        Grid grid = column.grid();
        if (step instanceof Scenario.GivenTotal total) {
            spread(column, total.value(), total.over().from(), total.over().to().plusDays(1));
        } else if (step instanceof Scenario.GivenSeries series) {
            Grid spans = new Grid(series.from(), series.from().plusYears(100), grid.zone(), series.every());
            for (int i = 0; i < series.values().size(); i++) {
                spread(column, series.values().get(i), spans.dayOf(i), spans.dayOf(i + 1));
            }
        } else if (step instanceof Scenario.GivenEach each) {
            Days days = each.over().orElse(new Days(grid.from(), grid.to().minusDays(1)));
            each(column, each.value(), Quality.ACTUAL, each.hours(), days);
        } else if (step instanceof Scenario.GivenGap gap) {
            each(column, Exact.ZERO, Quality.MISSING, gap.hours(), gap.over());
        }
    }

    private void each(
            MeterColumn.Builder column, Exact value, Quality quality, Optional<CalendarTest.Hours> hours, Days days) {
        Grid grid = column.grid();
        int from = index(grid, days.from());
        int to = index(grid, days.to().plusDays(1));
        CalendarTest test =
                new CalendarTest(Optional.empty(), hours, Optional.empty(), Optional.empty(), Optional.empty());
        ClockMask mask = ClockMask.of(grid, calendar, List.of(test));
        long unscaled = unscaled(value);
        for (int i = from; i < to; i++) {
            if (mask.arm(i) == 0) {
                column.put(i, unscaled, quality);
            }
        }
    }

    /** Spreads a total over the readings that start in some days; no cent of it is lost. */
    private void spread(MeterColumn.Builder column, Exact total, LocalDate fromDay, LocalDate toDay) {
        Grid grid = column.grid();
        Grid span = new Grid(fromDay, toDay, grid.zone(), grid.every());
        int size = span.size();
        if (size == 0) {
            throw new IllegalArgumentException(meter.name() + " is read every "
                    + meter.every().words() + " and has no reading between " + fromDay + " and " + toDay);
        }
        long units = unscaled(total);
        long share = Math.floorDiv(units, size);
        long rest = Math.floorMod(units, (long) size);
        int shift = grid.indexOf(fromDay.isBefore(grid.from()) ? grid.from() : fromDay)
                - span.indexOf(fromDay.isBefore(grid.from()) ? grid.from() : fromDay);
        for (int i = 0; i < size; i++) {
            int index = i + shift;
            if (index >= 0 && index < grid.size()) {
                column.put(index, share + rest * (i + 1) / size - rest * i / size, Quality.ACTUAL);
            }
        }
    }

    private static int index(Grid grid, LocalDate day) {
        if (day.isBefore(grid.from())) {
            return 0;
        }
        return day.isAfter(grid.to()) ? grid.size() : grid.indexOf(day);
    }

    private long unscaled(Exact base) {
        return base.dividedBy(meter.unit().scale())
                .toDecimal(scale(), RoundingMode.HALF_UP)
                .unscaledValue()
                .longValueExact();
    }

    private int scale() {
        int scale = 0;
        for (Step step : givens) {
            if (step instanceof Scenario.GivenTotal total) {
                scale = Math.max(scale, digits(total.value()) + MORE_DIGITS);
            } else if (step instanceof Scenario.GivenStand stand) {
                scale = Math.max(scale, digits(stand.value()) + MORE_DIGITS);
            } else if (step instanceof Scenario.GivenEach each) {
                scale = Math.max(scale, digits(each.value()));
            } else if (step instanceof Scenario.GivenSeries series) {
                boolean spread = !series.every().equals(meter.every());
                scale = Math.max(
                        scale,
                        series.values().stream().mapToInt(this::digits).max().orElse(0) + (spread ? MORE_DIGITS : 0));
            }
        }
        return scale;
    }

    private int digits(Exact base) {
        Exact value = base.dividedBy(meter.unit().scale());
        return value.isDecimal()
                ? Math.max(
                        0, new BigDecimal(value.toString()).stripTrailingZeros().scale())
                : MORE_DIGITS;
    }
}
