package io.smartblocks.runtime.rules;

import static java.lang.Math.abs;
import static java.lang.Math.multiplyExact;

import io.smartblocks.dsl.agreement.Expr.Aggregate;
import io.smartblocks.dsl.units.Exact;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;

/**
 * A value for each reading as whole numbers with one decimal point. Each operation looks first at how large its results
 * can be, and has none if they could leave the range of whole numbers; then exact numbers do it one by one.
 */
final class Decimals implements IntFunction<Exact> {

    /** Lets each reading count. */
    static final IntPredicate ALL = index -> true;

    private static final int DIGITS = 18;

    private final long[] values;

    /** All bits, or none where one value stands for all readings. */
    private final int mask;

    private final int scale;
    private final long bound;

    private Decimals(long[] values, int mask, int scale, long bound) {
        this.values = values;
        this.mask = mask;
        this.scale = scale;
        this.bound = bound;
    }

    /** Readings without their decimal point. */
    static Decimals of(long[] values, int scale) {
        long bound = 0;
        for (long value : values) {
            bound = Math.max(bound, abs(value));
        }
        return new Decimals(values, -1, scale, bound);
    }

    /** Exact values, if all are whole numbers with some digits after the point. */
    static Optional<Decimals> of(List<Exact> values) {
        int scale = 0;
        for (Exact each : values) {
            Optional<BigDecimal> decimal = each.decimal();
            if (decimal.isEmpty()
                    || decimal.get().precision() > DIGITS
                    || abs(decimal.get().scale()) > DIGITS) {
                return Optional.empty();
            }
            scale = Math.max(scale, decimal.get().scale());
        }
        long[] whole = new long[values.size()];
        for (int i = 0; i < whole.length; i++) {
            BigDecimal value = values.get(i).toDecimal(scale, RoundingMode.UNNECESSARY);
            if (value.precision() > DIGITS) {
                return Optional.empty();
            }
            whole[i] = value.unscaledValue().longValue();
        }
        return Optional.of(of(whole, scale));
    }

    /** One value for all readings, unless it is a fraction or has too many digits. */
    static IntFunction<Exact> flat(Exact value) {
        Optional<BigDecimal> decimal = value.decimal()
                .map(BigDecimal::stripTrailingZeros)
                .filter(it -> it.precision() <= DIGITS && abs(it.scale()) <= DIGITS);
        if (decimal.isEmpty()) {
            return index -> value;
        }
        long whole = decimal.get().unscaledValue().longValueExact();
        return new Decimals(new long[] {whole}, 0, decimal.get().scale(), abs(whole));
    }

    @Override
    public Exact apply(int index) {
        return Exact.of(at(index), scale);
    }

    private long at(int index) {
        return values[index & mask];
    }

    /** Both joined reading by reading. */
    static Optional<Decimals> joined(Figure.Operation operation, Decimals left, Decimals right) {
        if (operation == Figure.Operation.TIMES) {
            return product(left, right);
        }
        int common = Math.max(left.scale, right.scale);
        Optional<Decimals> a = left.scaled(common);
        Optional<Decimals> b = right.scaled(common);
        if (a.isEmpty() || b.isEmpty() || a.get().bound > Long.MAX_VALUE - b.get().bound) {
            return Optional.empty();
        }
        return Optional.of(each(operation, a.get(), b.get(), common, a.get().bound + b.get().bound));
    }

    /** A factor that is a power of ten moves the point only. */
    private static Optional<Decimals> product(Decimals left, Decimals right) {
        int scale = left.scale + right.scale;
        if (right.mask == 0 && right.values[0] == 1) {
            return Optional.of(new Decimals(left.values, left.mask, scale, left.bound));
        }
        if (left.bound != 0 && right.bound > Long.MAX_VALUE / left.bound) {
            return Optional.empty();
        }
        return Optional.of(each(Figure.Operation.TIMES, left, right, scale, left.bound * right.bound));
    }

    /** A loop for each operation, so that none asks at each reading which it is. */
    private static Decimals each(Figure.Operation operation, Decimals left, Decimals right, int scale, long bound) {
        int mask = left.mask | right.mask;
        long[] joined = new long[left.mask == 0 ? right.values.length : left.values.length];
        switch (operation) {
            case PLUS -> {
                for (int i = 0; i < joined.length; i++) {
                    joined[i] = left.at(i) + right.at(i);
                }
            }
            case MINUS -> {
                for (int i = 0; i < joined.length; i++) {
                    joined[i] = left.at(i) - right.at(i);
                }
            }
            case TIMES -> {
                for (int i = 0; i < joined.length; i++) {
                    joined[i] = left.at(i) * right.at(i);
                }
            }
            case MIN -> {
                for (int i = 0; i < joined.length; i++) {
                    joined[i] = Math.min(left.at(i), right.at(i));
                }
            }
            case MAX -> {
                for (int i = 0; i < joined.length; i++) {
                    joined[i] = Math.max(left.at(i), right.at(i));
                }
            }
            case EXCESS -> {
                for (int i = 0; i < joined.length; i++) {
                    joined[i] = Math.max(left.at(i) - right.at(i), 0);
                }
            }
        }
        return new Decimals(joined, mask, scale, bound);
    }

    /** The same values with more digits after the point. */
    Optional<Decimals> scaled(int wanted) {
        int digits = wanted - scale;
        if (digits == 0) {
            return Optional.of(this);
        }
        if (digits > DIGITS) {
            return Optional.empty();
        }
        long power = power(digits);
        return product(this, new Decimals(new long[] {power}, 0, digits, power));
    }

    private static long power(int digits) {
        long power = 1;
        for (int i = 0; i < digits; i++) {
            power = multiplyExact(power, 10);
        }
        return power;
    }

    /** Which readings of the one compare so with those of the other, below zero, zero or above, if both can be compared. */
    static Optional<Marks> compared(Decimals left, Decimals right, int size, IntPredicate holds) {
        int common = Math.max(left.scale, right.scale);
        Optional<Decimals> a = left.scaled(common);
        Optional<Decimals> b = right.scaled(common);
        return a.isEmpty() || b.isEmpty() ? Optional.empty() : Optional.of(marked(a.get(), b.get(), size, holds));
    }

    private static Marks marked(Decimals left, Decimals right, int size, IntPredicate holds) {
        boolean below = holds.test(-1);
        boolean equal = holds.test(0);
        boolean above = holds.test(1);
        boolean[] marks = new boolean[size];
        for (int i = 0; i < size; i++) {
            long one = left.at(i);
            long other = right.at(i);
            marks[i] = one < other ? below : one > other ? above : equal;
        }
        return new Marks(marks);
    }

    /** The values of which the first mark holds in each reading, those of the last where none does. */
    static Optional<Decimals> chosen(Marks[] marks, Decimals[] values, int size) {
        int common = Integer.MIN_VALUE;
        for (Decimals each : values) {
            common = Math.max(common, each.scale);
        }
        long bound = 0;
        Decimals[] scaled = new Decimals[values.length];
        for (int i = 0; i < values.length; i++) {
            Optional<Decimals> each = values[i].scaled(common);
            if (each.isEmpty()) {
                return Optional.empty();
            }
            scaled[i] = each.get();
            bound = Math.max(bound, scaled[i].bound);
        }
        long[] chosen = new long[size];
        Decimals otherwise = scaled[marks.length];
        for (int i = 0; i < size; i++) {
            chosen[i] = otherwise.at(i);
        }
        for (int arm = marks.length - 1; arm >= 0; arm--) {
            choose(marks[arm], scaled[arm], chosen);
        }
        return Optional.of(new Decimals(chosen, -1, common, bound));
    }

    private static void choose(Marks marks, Decimals value, long... chosen) {
        for (int i = 0; i < chosen.length; i++) {
            chosen[i] = marks.test(i) ? value.at(i) : chosen[i];
        }
    }

    /** The total, highest or lowest of the readings that count, of which there is one at least. */
    Optional<Exact> aggregate(Aggregate.Kind kind, int size, IntPredicate counts) {
        if (bound != 0 && size > Long.MAX_VALUE / bound) {
            return Optional.empty();
        }
        long sum = 0;
        long highest = Long.MIN_VALUE;
        long lowest = Long.MAX_VALUE;
        boolean all = counts == ALL;
        for (int i = 0; i < size; i++) {
            if (all || counts.test(i)) {
                long value = at(i);
                sum += value;
                highest = Math.max(highest, value);
                lowest = Math.min(lowest, value);
            }
        }
        return Optional.of(Exact.of(
                switch (kind) {
                    case TOTAL, AVERAGE -> sum;
                    case HIGHEST -> highest;
                    case LOWEST -> lowest;
                },
                scale));
    }
}
