package io.smartblocks.runtime.rules;

import io.smartblocks.dsl.units.Exact;
import io.smartblocks.dsl.units.Unit;
import java.util.Map;
import java.util.TreeMap;

/** {@code % per year} times days is actual/365: the factor by which a product of units that keeps days and years falls short. */
final class DaysInYear {

    private static final Exact YEAR = Exact.of(365);

    private DaysInYear() {}

    /** What {@code left * right} (or {@code left / right}) must be multiplied by to be a figure in {@code result}. */
    static Exact factor(Unit left, boolean times, Unit right, Unit result) {
        Map<String, Integer> rest = new TreeMap<>(left.dimensions());
        right.dimensions().forEach((name, power) -> rest.merge(name, times ? power : -power, Integer::sum));
        result.dimensions().forEach((name, power) -> rest.merge(name, -power, Integer::sum));
        int days = rest.getOrDefault("day", 0);
        if (days == 0 || rest.getOrDefault("year", 0) != -days) {
            return Exact.ONE;
        }
        Exact factor = Exact.ONE;
        for (int i = 0; i < Math.abs(days); i++) {
            factor = days > 0 ? factor.dividedBy(YEAR) : factor.times(YEAR);
        }
        return factor;
    }
}
