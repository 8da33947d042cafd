package io.smartblocks.runtime.rules;

import io.smartblocks.dsl.agreement.CalendarTest;
import io.smartblocks.dsl.agreement.TimeSpan;
import io.smartblocks.dsl.units.Exact;
import io.smartblocks.runtime.metering.ClockMask;
import io.smartblocks.runtime.metering.Grid;
import io.smartblocks.runtime.metering.MeterColumn;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;

/** The readings of a window, one grid for all meters that are joined; days where there is no meter. */
final class Readings implements Moments {

    private static final TimeSpan DAILY = new TimeSpan(1, TimeSpan.Unit.DAY);

    private final Settling settling;
    private final Grid grid;

    private Readings(Settling settling, Grid grid) {
        this.settling = settling;
        this.grid = grid;
    }

    /** The readings of meters; of indexes alone their publications by the clock, or else the days. */
    static Readings of(Settling settling, Days days, List<String> meters, List<String> indexes) {
        TimeSpan every = meters.isEmpty()
                ? publications(settling.ground(), indexes)
                : settling.ground().meter(meters.get(0)).every();
        for (String meter : meters) {
            if (!settling.ground().meter(meter).every().equals(every)) {
                settling.refuse(
                        "unequal-intervals",
                        meters.get(0) + " and " + meter
                                + " are read at different intervals and cannot be joined reading by reading");
            }
        }
        return new Readings(settling, grid(settling.ground(), days, every, meters));
    }

    /** The grid of some days; mostly it is that of the meter itself. */
    private static Grid grid(Ground ground, Days days, TimeSpan every, List<String> meters) {
        ZoneId zone = ground.calendar().zone();
        MeterColumn column =
                meters.isEmpty() ? null : ground.evidence().columns().get(meters.get(0));
        return column != null && column.grid().isOf(days.from(), days.to(), zone, every)
                ? column.grid()
                : new Grid(days.from(), days.to(), zone, every);
    }

    private static TimeSpan publications(Ground ground, List<String> indexes) {
        return indexes.stream()
                .map(index -> Ground.find(ground.agreement().indexes(), index).every())
                .filter(every -> every.unit() == TimeSpan.Unit.MINUTE || every.unit() == TimeSpan.Unit.HOUR)
                .min(Comparator.comparingLong(TimeSpan::roughMinutes))
                .orElse(DAILY);
    }

    @Override
    public Settling settling() {
        return settling;
    }

    Grid grid() {
        return grid;
    }

    @Override
    public int size() {
        return grid.size();
    }

    MeterColumn column(String meter) {
        return settling.columns().column(settling, meter, grid);
    }

    /** Where the window starts in a column. */
    int offset(MeterColumn column) {
        return column.grid().indexOf(grid.from());
    }

    @Override
    public IntFunction<Exact> meter(String meter, Exact scale) {
        MeterColumn column = column(meter);
        int offset = offset(column);
        Decimals values = Decimals.of(column.values(offset, offset + grid.size()), column.scale());
        return Decimals.flat(scale) instanceof Decimals factor
                ? Decimals.joined(Figure.Operation.TIMES, values, factor)
                        .<IntFunction<Exact>>map(product -> product)
                        .orElse(index -> values.apply(index).times(scale))
                : index -> values.apply(index).times(scale);
    }

    @Override
    public IntFunction<Exact> index(String index) {
        IndexLookup lookup = new IndexLookup(settling, index);
        return reading -> lookup.at(grid.startOf(reading));
    }

    @Override
    public IntFunction<Exact> figure(String figure) {
        throw new IllegalStateException(figure + " is a figure of events, which are not joined with readings");
    }

    @Override
    public IntFunction<Exact> hours() {
        if (grid.isClockwork()) {
            Exact length = hours(grid.step());
            return Decimals.flat(length);
        }
        return index -> hours(Duration.between(grid.startOf(index), grid.startOf(index + 1)));
    }

    private static Exact hours(Duration length) {
        return Exact.of(length.toMinutes()).dividedBy(Exact.of(60));
    }

    @Override
    public IntPredicate mask(CalendarTest test) {
        ClockMask mask = ClockMask.of(grid, settling.ground().calendar(), List.of(test));
        return Marks.of(index -> mask.arm(index) == 0, grid.size());
    }
}
