package io.smartblocks.runtime.rules;

import io.smartblocks.dsl.units.Exact;
import io.smartblocks.dsl.units.Unit;
import java.math.RoundingMode;

/** Figures as people read them: in their unit, with six digits after the point at most; never used to calculate. */
public final class Shown {

    private static final int DIGITS = 6;

    private Shown() {}

    /** The figure without its unit. */
    public static String figure(Exact value, Unit unit) {
        return value.quotientText(unit.scale(), DIGITS, RoundingMode.HALF_UP);
    }

    /** The figure with its unit. */
    public static String quantity(Exact value, Unit unit) {
        String figure = figure(value, unit);
        return unit.symbol().isEmpty() ? figure : figure + " " + unit.symbol();
    }
}
