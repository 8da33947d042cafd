package io.smartblocks.runtime.baseline.fitting;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;

/**
 * How a curve is looked for.
 *
 * @param cooling whether pieces above a balance point are tried
 * @param weighted whether a row counts by its days that have a temperature
 * @param leastDays how many days with degree days a piece must rest on at least
 * @param highestPValue how likely a slope may be without any influence of the temperature; one asks nothing
 * @param monthly whether rows are billing periods, which uncertainty counts in months
 */
public record Recipe(
        Shape shape, boolean cooling, boolean weighted, int leastDays, BigDecimal highestPValue, boolean monthly) {
    public Recipe {
        requireNonNull(shape, "shape");
        requireNonNull(highestPValue, "highestPValue");
    }

    /** The form of the curve. */
    public enum Shape {
        /** Degree days over a grid of balance points (CalTRACK 3.2 to 3.4). */
        DEGREE_DAYS,
        /** One straight line. */
        LINE,
        /** A slope below the change point, level above it. */
        THREE_HEATING,
        /** Level below the change point, a slope above it. */
        THREE_COOLING,
        /** Two slopes that meet at a change point. */
        FOUR,
        /** Three slopes that meet at two change points. */
        FIVE,
        /** Degree days below and above 65 °F. */
        HDD_CDD,
        /** Degree days below 65 °F. */
        HDD,
        /** Degree days above 65 °F. */
        CDD
    }

    /** The same with other limits on a piece. */
    public Recipe with(int days, BigDecimal pValue) {
        return new Recipe(shape, cooling, weighted, days, pValue, monthly);
    }
}
