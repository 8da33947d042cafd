package io.smartblocks.dsl.proof;

import io.smartblocks.dsl.units.Exact;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A sum of unknowns, each with a factor, and of a figure. */
record Linear(SortedMap<Integer, Exact> factors, Exact figure) {

    Linear {
        factors = Collections.unmodifiableSortedMap(factors);
    }

    static Linear of(Exact figure) {
        return new Linear(new TreeMap<>(), figure);
    }

    static Linear unknown(int number) {
        return new Linear(new TreeMap<>(Map.of(number, Exact.ONE)), Exact.ZERO);
    }

    boolean isFigure() {
        return factors.isEmpty();
    }

    Exact factor(int number) {
        return factors.getOrDefault(number, Exact.ZERO);
    }

    Linear plus(Linear other) {
        return plus(other, Exact.ONE);
    }

    Linear minus(Linear other) {
        return plus(other, Exact.of(-1));
    }

    Linear times(Exact factor) {
        return Linear.of(Exact.ZERO).plus(this, factor);
    }

    /** This sum with an unknown replaced by what it equals. */
    Linear with(int number, Linear equal) {
        Exact factor = factor(number);
        if (factor.signum() == 0) {
            return this;
        }
        SortedMap<Integer, Exact> rest = new TreeMap<>(factors);
        rest.remove(number);
        return new Linear(rest, figure).plus(equal, factor);
    }

    /** What an unknown must be so that this sum is zero; its factor is not zero. */
    Linear solvedFor(int number) {
        SortedMap<Integer, Exact> rest = new TreeMap<>(factors);
        Exact factor = rest.remove(number);
        return new Linear(rest, figure).times(Exact.of(-1).dividedBy(factor));
    }

    /** The value of the sum where the unknowns have these values; others are zero. */
    Exact at(Map<Integer, Exact> values) {
        Exact sum = figure;
        for (Map.Entry<Integer, Exact> part : factors.entrySet()) {
            sum = sum.plus(part.getValue().times(values.getOrDefault(part.getKey(), Exact.ZERO)));
        }
        return sum;
    }

    private Linear plus(Linear other, Exact times) {
        SortedMap<Integer, Exact> sum = new TreeMap<>(factors);
        if (times.signum() != 0) {
            other.factors.forEach((number, factor) -> {
                Exact together = sum.getOrDefault(number, Exact.ZERO).plus(factor.times(times));
                if (together.signum() == 0) {
                    sum.remove(number);
                } else {
                    sum.put(number, together);
                }
            });
        }
        return new Linear(sum, figure.plus(other.figure.times(times)));
    }
}
