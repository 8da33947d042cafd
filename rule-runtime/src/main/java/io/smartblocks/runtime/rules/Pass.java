package io.smartblocks.runtime.rules;

import io.smartblocks.dsl.agreement.Expr.Aggregate;
import io.smartblocks.dsl.units.Exact;
import io.smartblocks.runtime.metering.ClockMask;
import io.smartblocks.runtime.metering.MeterColumn;

/** What one pass over a column of whole numbers tells. */
record Pass(long sum, long highest, long lowest, int count) {

    static Pass over(MeterColumn column, int offset, int size) {
        long sum = 0;
        long highest = Long.MIN_VALUE;
        long lowest = Long.MAX_VALUE;
        for (int i = offset; i < offset + size; i++) {
            long value = column.value(i);
            sum += value;
            highest = Math.max(highest, value);
            lowest = Math.min(lowest, value);
        }
        return new Pass(sum, highest, lowest, size);
    }

    /** The same of the readings that the first test of a mask takes. */
    static Pass over(MeterColumn column, int offset, ClockMask mask) {
        long sum = 0;
        long highest = Long.MIN_VALUE;
        long lowest = Long.MAX_VALUE;
        int count = 0;
        for (int i = 0; i < mask.size(); i++) {
            if (mask.arm(i) == 0) {
                long value = column.value(offset + i);
                sum += value;
                highest = Math.max(highest, value);
                lowest = Math.min(lowest, value);
                count++;
            }
        }
        return new Pass(sum, highest, lowest, count);
    }

    Exact result(Aggregate.Kind kind, int scale) {
        return switch (kind) {
            case TOTAL -> Exact.of(sum, scale);
            case AVERAGE -> Exact.of(sum, scale).dividedBy(Exact.of(count));
            case HIGHEST -> Exact.of(highest, scale);
            case LOWEST -> Exact.of(lowest, scale);
        };
    }
}
