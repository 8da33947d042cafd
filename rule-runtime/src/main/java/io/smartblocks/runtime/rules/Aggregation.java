package io.smartblocks.runtime.rules;

import io.smartblocks.dsl.agreement.CalendarTest;
import io.smartblocks.dsl.agreement.Expr.Aggregate;
import io.smartblocks.dsl.agreement.Window;
import io.smartblocks.dsl.units.Exact;
import io.smartblocks.dsl.units.ExactSum;
import io.smartblocks.runtime.metering.ClockMask;
import io.smartblocks.runtime.metering.MeterColumn;
import io.smartblocks.runtime.metering.Runs;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;

/**
 * A total, average or extreme over readings. One meter, and one meter times a stepwise price, are sums of whole numbers
 * in one pass; everything else goes reading by reading in exact arithmetic.
 */
record Aggregation(Aggregate.Kind kind, Series series, Optional<CalendarTest> during, Window window, int block)
        implements Demand {

    /** Of the readings as they are. */
    Aggregation(Aggregate.Kind kind, Series series, Optional<CalendarTest> during, Window window) {
        this(kind, series, during, window, 1);
    }

    @Override
    public String text() {
        return "the " + Wording.lower(kind) + " of " + series.text() + (block == 1 ? "" : " by " + block)
                + during.map(test -> " when it is " + Wording.words(test)).orElse("") + " over "
                + (window.previous() == 0 ? "" : "the previous " + window.previous() + " ") + window.period();
    }

    @Override
    public void uses(IntConsumer terms, IntConsumer inputs) {
        series.walk(part -> {
            if (part instanceof Series.Flat flat) {
                flat.figure().uses(terms, inputs);
            } else if (part instanceof Series.Steps steps) {
                steps.step().uses(terms, inputs);
            } else if (part instanceof Series.Rounded rounded) {
                rounded.step().uses(terms, inputs);
            }
        });
    }

    @Override
    public List<String> meters() {
        return metersOf(series);
    }

    /** The event over which this runs, if it is not over readings. */
    Optional<String> event() {
        List<String> events = new ArrayList<>();
        series.walk(part -> {
            if (part instanceof Series.OfEvent of) {
                events.add(of.event());
            } else if (part instanceof Series.Once once) {
                events.add(once.event());
            }
        });
        return events.stream().findFirst();
    }

    static List<String> metersOf(Series series) {
        List<String> meters = new ArrayList<>();
        series.walk(part -> {
            if (part instanceof Series.Reading reading && !meters.contains(reading.meter())) {
                meters.add(reading.meter());
            }
        });
        return meters;
    }

    @Override
    public Exact of(Settling settling) {
        Days days = Days.of(settling.ground(), window.period(), window.previous());
        Optional<String> event = event();
        if (event.isPresent()) {
            return each(settling.columns().reported(settling, days, event.get()));
        }
        Readings readings = Readings.of(settling, days, meters(), indexes());
        if (block == 1 && series instanceof Series.Reading reading) {
            return meter(readings, reading);
        }
        Optional<StepwisePrice> price =
                kind == Aggregate.Kind.TOTAL && during.isEmpty() ? StepwisePrice.of(series) : Optional.empty();
        return price.isPresent() ? price.get().total(readings) : each(readings);
    }

    private Exact meter(Readings readings, Series.Reading reading) {
        MeterColumn column = readings.column(reading.meter());
        int offset = readings.offset(column);
        Runs runs = during.isEmpty()
                ? Runs.whole(readings.size())
                : ClockMask.of(readings.grid(), readings.settling().ground().calendar(), List.of(during.get()))
                        .runs(0);
        return runs.count() == 0
                ? none(readings.settling())
                : result(column, offset, runs).times(reading.scale());
    }

    private Exact result(MeterColumn column, int offset, Runs runs) {
        int scale = column.scale();
        return switch (kind) {
            case TOTAL -> Exact.of(runs.sum(column, offset), scale);
            case AVERAGE -> Exact.of(runs.sum(column, offset), scale).dividedBy(Exact.of(runs.count()));
            case HIGHEST -> Exact.of(runs.highest(column, offset), scale);
            case LOWEST -> Exact.of(runs.lowest(column, offset), scale);
        };
    }

    private Exact each(Moments moments) {
        IntFunction<Exact> values = block == 1 ? values(moments) : blocks(values(moments));
        IntPredicate counts = during.isEmpty() ? Decimals.ALL : moments.mask(during.get());
        int count = count(counts, moments.size());
        if (count == 0) {
            return none(moments.settling());
        }
        Exact result = values instanceof Decimals decimals
                ? decimals.aggregate(kind, moments.size(), counts).orElseGet(() -> each(values, counts, moments.size()))
                : each(values, counts, moments.size());
        return kind == Aggregate.Kind.AVERAGE ? result.dividedBy(Exact.of(count)) : result;
    }

    private int count(IntPredicate counts, int size) {
        if (counts == Decimals.ALL) {
            return size / block;
        }
        int count = 0;
        for (int i = 0; i + block <= size; i += block) {
            count += counts.test(i) ? 1 : 0;
        }
        return count;
    }

    private Exact each(IntFunction<Exact> values, IntPredicate counts, int size) {
        ExactSum sum = new ExactSum();
        Exact extreme = null;
        for (int i = 0; i + block <= size; i += block) {
            if (counts.test(i)) {
                Exact value = values.apply(i);
                if (kind == Aggregate.Kind.TOTAL || kind == Aggregate.Kind.AVERAGE) {
                    sum.add(value);
                } else {
                    extreme = extreme == null ? value : further(extreme, value);
                }
            }
        }
        return extreme == null ? sum.total() : extreme;
    }

    private Exact further(Exact extreme, Exact value) {
        return kind == Aggregate.Kind.HIGHEST ? extreme.max(value) : extreme.min(value);
    }

    /** What as many readings as a block has add up to; a block belongs to the hour in which it starts. */
    private IntFunction<Exact> blocks(IntFunction<Exact> values) {
        return first -> {
            Exact sum = values.apply(first);
            for (int i = first + 1; i < first + block; i++) {
                sum = sum.plus(values.apply(i));
            }
            return sum;
        };
    }

    /** An index has a value on each day and adds up by publication; readings, and publications by the clock, as they are. */
    private IntFunction<Exact> values(Moments moments) {
        IntFunction<Exact> values = series.over(moments);
        List<String> indexes = indexes();
        if (kind != Aggregate.Kind.TOTAL
                || !meters().isEmpty()
                || indexes.isEmpty()
                || !(moments instanceof Readings readings)
                || readings.grid().isClockwork()) {
            return values;
        }
        Publications publications = Publications.of(readings.settling().ground(), indexes);
        return index ->
                values.apply(index).times(publications.on(readings.grid().dayOf(index)));
    }

    private List<String> indexes() {
        List<String> indexes = new ArrayList<>();
        series.walk(part -> {
            if (part instanceof Series.InForce index) {
                indexes.add(index.index());
            }
        });
        return indexes;
    }

    private Exact none(Settling settling) {
        if (kind != Aggregate.Kind.TOTAL) {
            settling.refuse(
                    "no-readings",
                    "there is no " + event().orElse("reading") + " to take the "
                            + kind.name().toLowerCase(java.util.Locale.ROOT) + " of");
        }
        return Exact.ZERO;
    }
}
