package io.smartblocks.dsl.units;

import java.util.ArrayList;
import java.util.List;

/**
 * Adds up many numbers. Fractions are added in pairs, and pairs in pairs, so that only the last few sums have the long
 * denominators that thousands of fractions have in common.
 */
public final class ExactSum {

    private Exact decimals = Exact.ZERO;

    /** The sum of two to the power of its place fractions, or zero. */
    private final List<Exact> fractions = new ArrayList<>();

    /** Adds a number. */
    public void add(Exact number) {
        if (number.isDecimal()) {
            decimals = decimals.plus(number);
            return;
        }
        Exact carried = number;
        int place = 0;
        while (place < fractions.size() && fractions.get(place).signum() != 0) {
            carried = fractions.set(place, Exact.ZERO).plus(carried);
            place++;
        }
        if (place == fractions.size()) {
            fractions.add(carried);
        } else {
            fractions.set(place, carried);
        }
    }

    /** The sum of all numbers added so far. */
    public Exact total() {
        Exact total = decimals;
        for (Exact part : fractions) {
            total = total.plus(part);
        }
        return total;
    }
}
