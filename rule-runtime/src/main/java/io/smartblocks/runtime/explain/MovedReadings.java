package io.smartblocks.runtime.explain;

import io.smartblocks.runtime.metering.Grid;
import io.smartblocks.runtime.metering.MeterColumn;
import io.smartblocks.runtime.metering.Quality;
import io.smartblocks.runtime.rules.Reasons;
import java.math.BigInteger;
import java.util.List;
import java.util.function.IntPredicate;

/** The readings of a meter with some of them moved, exactly: with more digits after the point where needed. */
final class MovedReadings {

    private static final int PERCENT = 2;
    private static final int TENTH = 1;
    private static final int SPREAD = 6;

    private final MeterColumn column;

    MovedReadings(MeterColumn column) {
        this.column = column;
    }

    /** One percent more of each reading in a window; those that are missing stay so. */
    MeterColumn onePercentMore(Inputs.Window window) {
        MeterColumn.Builder moved = finer(PERCENT);
        int last = last(window);
        for (int i = first(window); i < last; i++) {
            if (!column.isMissing(i)) {
                moved.put(i, Math.multiplyExact(column.value(i), 101L), column.quality(i));
            }
        }
        return moved.build();
    }

    /** One unit more in each reading of a window. */
    MeterColumn oneMoreEach(Inputs.Window window) {
        MeterColumn.Builder moved = finer(0);
        int last = last(window);
        for (int i = first(window); i < last; i++) {
            if (!column.isMissing(i)) {
                moved.put(i, Math.addExact(column.value(i), power(column.scale())), column.quality(i));
            }
        }
        return moved.build();
    }

    /** One unit more in all, spread evenly over the readings of a window; what does not divide goes to the first. */
    MeterColumn oneMoreSpread(Inputs.Window window) {
        int count = count(window);
        MeterColumn.Builder moved = finer(SPREAD);
        long unit = power(column.scale() + SPREAD);
        long share = unit / count;
        long first = unit - share * (count - 1);
        boolean given = false;
        int last = last(window);
        for (int i = first(window); i < last; i++) {
            if (!column.isMissing(i)) {
                long more = given ? share : first;
                given = true;
                moved.put(
                        i, Math.addExact(Math.multiplyExact(column.value(i), power(SPREAD)), more), column.quality(i));
            }
        }
        return moved.build();
    }

    /** How many readings of a window there are. */
    int count(Inputs.Window window) {
        int first = first(window);
        int last = last(window);
        return Math.max(0, last - first - column.count(Quality.MISSING, first, last));
    }

    /** The readings with the estimates that were used in place of those missing, each so many tenths of itself. */
    MeterColumn estimatesAt(List<Reasons.Used> used, int tenths) {
        int scale = column.scale();
        for (Reasons.Used each : used) {
            scale = Math.max(scale, each.column().scale());
        }
        MeterColumn.Builder moved = finer(scale - column.scale() + TENTH);
        for (Reasons.Used each : used) {
            Grid grid = each.column().grid();
            int offset = column.grid().indexOf(each.window().from())
                    - grid.indexOf(each.window().from());
            int last = grid.indexOf(each.window().to());
            IntPredicate estimated = i -> each.column().quality(i) == Quality.ESTIMATED;
            long factor = power(scale - each.column().scale());
            for (int i = grid.indexOf(each.window().from()); i < last; i++) {
                if (estimated.test(i)) {
                    long value =
                            Math.multiplyExact(Math.multiplyExact(each.column().value(i), factor), tenths);
                    moved.put(i + offset, value, Quality.ESTIMATED);
                }
            }
        }
        return moved.build();
    }

    private int first(Inputs.Window window) {
        return Math.max(0, column.grid().indexOf(window.from()));
    }

    private int last(Inputs.Window window) {
        return Math.min(column.size(), column.grid().indexOf(window.to()));
    }

    private MeterColumn.Builder finer(int digits) {
        MeterColumn.Builder finer = MeterColumn.of(column.grid(), column.unit(), column.scale() + digits);
        for (int i = 0; i < column.size(); i++) {
            finer.put(i, Math.multiplyExact(column.value(i), power(digits)), column.quality(i));
        }
        return finer.stands(column.stands());
    }

    private static long power(int digits) {
        return BigInteger.TEN.pow(digits).longValueExact();
    }
}
