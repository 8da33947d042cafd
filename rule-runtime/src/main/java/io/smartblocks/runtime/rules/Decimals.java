package io.smartblocks.runtime.rules;

import static java.lang.Math.abs;
import static java.lang.Math.multiplyExact;

import io.smartblocks.dsl.agreement.Expr.Aggregate;
import io.smartblocks.dsl.units.Exact;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;

/**
 * A value for each reading as whole numbers with one decimal point. Each operation looks first at how large its results
 * can be, and has none if they could leave the range of whole numbers; then exact numbers do it one by one.
 */
final class Decimals implements IntFunction<Exact> {

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

    /** How two whole numbers are joined that have their decimal point at one place. */
    private interface Joint {
        long of(long left, long right);
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
        long bound = a.get().bound + b.get().bound;
        return Optional.of(
                switch (operation) {
                    case PLUS -> each(a.get(), b.get(), common, bound, (x, y) -> x + y);
                    case MINUS -> each(a.get(), b.get(), common, bound, (x, y) -> x - y);
                    case MIN -> each(a.get(), b.get(), common, bound, Math::min);
                    case MAX -> each(a.get(), b.get(), common, bound, Math::max);
                    default -> each(a.get(), b.get(), common, bound, (x, y) -> Math.max(x - y, 0));
                });
    }

    private static Optional<Decimals> product(Decimals left, Decimals right) {
        if (left.bound != 0 && right.bound > Long.MAX_VALUE / left.bound) {
            return Optional.empty();
        }
        return Optional.of(each(left, right, left.scale + right.scale, left.bound * right.bound, (x, y) -> x * y));
    }

    private static Decimals each(Decimals left, Decimals right, int scale, long bound, Joint joint) {
        int mask = left.mask | right.mask;
        long[] values = new long[mask == 0 ? 1 : Math.max(left.values.length, right.values.length)];
        for (int i = 0; i < values.length; i++) {
            values[i] = joint.of(left.values[i & left.mask], right.values[i & right.mask]);
        }
        return new Decimals(values, mask, scale, bound);
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
        return product(this, new Decimals(new long[] {power(digits)}, 0, digits, power(digits)));
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
        return left.scaled(common)
                .flatMap(a -> right.scaled(common).map(b -> {
                    boolean[] marks = new boolean[size];
                    for (int i = 0; i < size; i++) {
                        marks[i] = holds.test(Long.compare(a.at(i), b.at(i)));
                    }
                    return new Marks(marks);
                }));
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
        for (int i = 0; i < size; i++) {
            int arm = 0;
            while (arm < marks.length && !marks[arm].test(i)) {
                arm++;
            }
            chosen[i] = scaled[arm].at(i);
        }
        return Optional.of(new Decimals(chosen, -1, common, bound));
    }

    /** The total, highest or lowest of the readings that count, of which there is one at least. */
    Optional<Exact> aggregate(Aggregate.Kind kind, int size, IntPredicate counts) {
        if (bound != 0 && size > Long.MAX_VALUE / bound) {
            return Optional.empty();
        }
        long sum = 0;
        long highest = Long.MIN_VALUE;
        long lowest = Long.MAX_VALUE;
        for (int i = 0; i < size; i++) {
            if (counts.test(i)) {
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
