package io.smartblocks.runtime.rules;

import io.smartblocks.dsl.agreement.CalendarTest;
import io.smartblocks.dsl.units.Exact;
import io.smartblocks.runtime.metering.ClockMask;
import io.smartblocks.runtime.metering.MeterColumn;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** One meter times a price that only steps with the calendar and clock: a few masked sums, each times its price. */
record StepwisePrice(Series.Reading meter, List<CalendarTest> tests, List<Figure> prices) {

    /** The series in this form, if it has it. */
    static Optional<StepwisePrice> of(Series series) {
        if (!(series instanceof Series.Join join) || join.operation() != Figure.Operation.TIMES) {
            return Optional.empty();
        }
        if (join.left() instanceof Series.Reading reading) {
            return steps(join.right()).map(steps -> new StepwisePrice(reading, steps.tests, steps.prices));
        }
        if (join.right() instanceof Series.Reading reading) {
            return steps(join.left()).map(steps -> new StepwisePrice(reading, steps.tests, steps.prices));
        }
        return Optional.empty();
    }

    Exact total(Readings readings) {
        MeterColumn column = readings.column(meter.meter());
        ClockMask mask =
                ClockMask.of(readings.grid(), readings.settling().ground().calendar(), tests);
        int offset = readings.offset(column);
        Exact total = Exact.ZERO;
        for (int i = 0; i < prices.size(); i++) {
            Exact price = prices.get(i).of(readings.settling());
            total = total.plus(Exact.of(mask.runs(i).sum(column, offset), column.scale())
                    .times(meter.scale())
                    .times(price));
        }
        return total;
    }

    private record Steps(List<CalendarTest> tests, List<Figure> prices) {
        Steps with(UnaryOperator<Figure> change) {
            return new Steps(tests, prices.stream().map(change).toList());
        }
    }

    private static Optional<Steps> steps(Series series) {
        if (series instanceof Series.Flat flat) {
            return Optional.of(new Steps(List.of(), List.of(flat.figure())));
        } else if (series instanceof SeriesCases cases) {
            return steps(cases);
        } else if (series instanceof Series.Join join) {
            return steps(join);
        } else if (series instanceof Series.Rounded rounded) {
            RoundingMode mode = rounded.mode();
            return steps(rounded.series())
                    .map(steps -> steps.with(price -> new Figure.Rounded(price, mode, rounded.step())));
        }
        return Optional.empty();
    }

    private static Optional<Steps> steps(SeriesCases cases) {
        List<CalendarTest> tests = new ArrayList<>();
        List<Figure> prices = new ArrayList<>();
        for (SeriesCases.Arm arm : cases.arms()) {
            if (!(arm.when() instanceof Ask.ItIs itIs) || !(arm.then() instanceof Series.Flat flat)) {
                return Optional.empty();
            }
            tests.add(itIs.test());
            prices.add(flat.figure());
        }
        if (!(cases.otherwise() instanceof Series.Flat otherwise)) {
            return Optional.empty();
        }
        prices.add(otherwise.figure());
        return Optional.of(new Steps(List.copyOf(tests), List.copyOf(prices)));
    }

    private static Optional<Steps> steps(Series.Join join) {
        if (join.right() instanceof Series.Flat right) {
            return steps(join.left())
                    .map(steps -> steps.with(price -> new Figure.Join(join.operation(), price, right.figure())));
        } else if (join.left() instanceof Series.Flat left) {
            return steps(join.right())
                    .map(steps -> steps.with(price -> new Figure.Join(join.operation(), left.figure(), price)));
        }
        return Optional.empty();
    }
}
