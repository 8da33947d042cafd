package io.smartblocks.runtime.metering;

import static java.util.Objects.requireNonNull;

import io.smartblocks.dsl.units.Exact;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The readings of one meter on a grid: each is {@code value(i) * 10^-scale} in {@code unit}, with its quality; immutable.
 */
public final class MeterColumn {

    private final Grid grid;
    private final String unit;
    private final int scale;
    private final long[] values;
    private final byte[] qualities;
    private final boolean estimated;
    private final boolean gapless;
    private final Stands stands;

    private MeterColumn(Grid grid, String unit, int scale, long[] values, byte[] qualities, Stands stands) {
        this.grid = grid;
        this.unit = unit;
        this.scale = scale;
        this.values = values;
        this.qualities = qualities;
        this.stands = stands;
        this.estimated = counted(Quality.ESTIMATED, 0, qualities.length) > 0;
        this.gapless = counted(Quality.MISSING, 0, qualities.length) == 0;
    }

    /** A column in which every reading is still missing. */
    public static Builder of(Grid grid, String unit, int scale) {
        return new Builder(grid, unit, scale);
    }

    public Grid grid() {
        return grid;
    }

    /** The symbol of the unit in which the meter reads. */
    public String unit() {
        return unit;
    }

    /** Where stands are known, if this is what a register has advanced. */
    public Stands stands() {
        return stands;
    }

    /** Digits after the point. */
    public int scale() {
        return scale;
    }

    public int size() {
        return values.length;
    }

    /** The reading without its decimal point; zero where it is missing. */
    public long value(int index) {
        return values[index];
    }

    /** The readings from {@code from} up to {@code to}, without their decimal point. */
    public long[] values(int from, int to) {
        return Arrays.copyOfRange(values, from, to);
    }

    /** The reading in {@link #unit()}. */
    public Exact exact(int index) {
        return Exact.of(values[index], scale);
    }

    /** The sum of the readings from {@code from} up to {@code to}, without its decimal point; it cannot overflow. */
    public long sum(int from, int to) {
        long sum = 0;
        for (int i = from; i < to; i++) {
            sum += values[i];
        }
        return sum;
    }

    /** The highest of the readings from {@code from} up to {@code to}, without its decimal point. */
    public long highest(int from, int to) {
        long highest = Long.MIN_VALUE;
        for (int i = from; i < to; i++) {
            highest = Math.max(highest, values[i]);
        }
        return highest;
    }

    /** The lowest of the readings from {@code from} up to {@code to}, without its decimal point. */
    public long lowest(int from, int to) {
        long lowest = Long.MAX_VALUE;
        for (int i = from; i < to; i++) {
            lowest = Math.min(lowest, values[i]);
        }
        return lowest;
    }

    public Quality quality(int index) {
        return Quality.ofOrdinal(qualities[index]);
    }

    public boolean isMissing(int index) {
        return qualities[index] == Quality.MISSING.ordinal();
    }

    /** All readings as bytes: the scale, then of each reading its value and the code of its quality. */
    public byte[] bytes() {
        ByteBuffer bytes = ByteBuffer.allocate(4 + values.length * 9).putInt(scale);
        for (int i = 0; i < values.length; i++) {
            bytes.putLong(values[i]).put((byte) quality(i).code());
        }
        return bytes.array();
    }

    /** True if any reading is an estimate. */
    public boolean hasEstimates() {
        return estimated;
    }

    /** True if no reading is missing. */
    public boolean isGapless() {
        return gapless;
    }

    /** How many readings from {@code from} up to {@code to} have a quality. */
    public int count(Quality quality, int from, int to) {
        if (gapless && !estimated) {
            return quality == Quality.ACTUAL ? Math.max(0, to - from) : 0;
        }
        return counted(quality, from, to);
    }

    private int counted(Quality quality, int from, int to) {
        byte wanted = (byte) quality.ordinal();
        int count = 0;
        for (int i = from; i < to; i++) {
            if (qualities[i] == wanted) {
                count++;
            }
        }
        return count;
    }

    /** A builder that starts with these readings. */
    public Builder edit() {
        return new Builder(grid, unit, scale, values.clone(), qualities.clone()).stands(stands);
    }

    /** Fills a column reading by reading. */
    public static final class Builder {
        private final Grid grid;
        private final String unit;
        private final int scale;
        private long[] values;
        private byte[] qualities;
        private boolean handedOver;
        // Small enough that the sum of the whole column cannot overflow, whatever the meter's decimals.
        private final long limit;
        private Stands stands = Stands.NONE;

        private Builder(Grid grid, String unit, int scale) {
            this(grid, unit, scale, new long[grid.size()], new byte[grid.size()]);
            Arrays.fill(qualities, (byte) Quality.MISSING.ordinal());
        }

        private Builder(Grid grid, String unit, int scale, long[] values, byte[] qualities) {
            this.grid = requireNonNull(grid, "grid");
            this.unit = requireNonNull(unit, "unit");
            this.scale = scale;
            this.values = values;
            this.qualities = qualities;
            this.limit = Long.MAX_VALUE / Math.max(1, values.length);
        }

        public Grid grid() {
            return grid;
        }

        /** Sets one reading, given without its decimal point. */
        public Builder put(int index, long value, Quality quality) {
            if (value >= limit || value <= -limit) {
                throw new IllegalArgumentException("reading " + index + " of " + value + "e-" + scale + " " + unit
                        + " is out of range; readings stay below " + limit + "e-" + scale);
            }
            if (handedOver) {
                own(values.clone(), qualities.clone());
            }
            values[index] = quality == Quality.MISSING ? 0 : value;
            qualities[index] = (byte) quality.ordinal();
            return this;
        }

        /** Says where the stands are known whose differences these readings are. */
        public Builder stands(Stands known) {
            stands = requireNonNull(known, "stands");
            return this;
        }

        /** The column; what is put after that is seen by later ones only. */
        public MeterColumn build() {
            handedOver = true;
            return new MeterColumn(grid, unit, scale, values, qualities, stands);
        }

        private void own(long[] copied, byte[] copiedQualities) {
            values = copied;
            qualities = copiedQualities;
            handedOver = false;
        }
    }
}
