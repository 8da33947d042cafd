package io.smartblocks.runtime.metering;

import java.util.Arrays;

/** Some of the intervals of a grid, as spans of intervals that follow each other: what is read span by span is read fast. */
public final class Runs {

    private final int[] bounds;
    private final int count;

    private Runs(int[] bounds) {
        this.bounds = bounds;
        int length = 0;
        for (int i = 0; i < bounds.length; i += 2) {
            length += bounds[i + 1] - bounds[i];
        }
        this.count = length;
    }

    /** All of so many intervals. */
    public static Runs whole(int size) {
        return new Runs(size == 0 ? new int[0] : new int[] {0, size});
    }

    static Runs of(byte[] arms, int arm) {
        int[] bounds = new int[16];
        int used = 0;
        for (int i = 0; i < arms.length; i++) {
            if (arms[i] == arm) {
                if (used > 0 && bounds[used - 1] == i) {
                    bounds[used - 1] = i + 1;
                } else {
                    bounds = used == bounds.length ? Arrays.copyOf(bounds, used * 2) : bounds;
                    bounds[used++] = i;
                    bounds[used++] = i + 1;
                }
            }
        }
        return new Runs(Arrays.copyOf(bounds, used));
    }

    /** How many intervals these are. */
    public int count() {
        return count;
    }

    /** The sum of these readings of a column whose interval {@code offset} is the first of the grid. */
    public long sum(MeterColumn column, int offset) {
        long sum = 0;
        for (int i = 0; i < bounds.length; i += 2) {
            sum += column.sum(offset + bounds[i], offset + bounds[i + 1]);
        }
        return sum;
    }

    /** The highest of these readings. */
    public long highest(MeterColumn column, int offset) {
        long highest = Long.MIN_VALUE;
        for (int i = 0; i < bounds.length; i += 2) {
            highest = Math.max(highest, column.highest(offset + bounds[i], offset + bounds[i + 1]));
        }
        return highest;
    }

    /** The lowest of these readings. */
    public long lowest(MeterColumn column, int offset) {
        long lowest = Long.MAX_VALUE;
        for (int i = 0; i < bounds.length; i += 2) {
            lowest = Math.min(lowest, column.lowest(offset + bounds[i], offset + bounds[i + 1]));
        }
        return lowest;
    }
}
