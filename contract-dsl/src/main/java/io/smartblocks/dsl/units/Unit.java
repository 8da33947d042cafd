package io.smartblocks.dsl.units;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A unit of measure: its symbol as written, its dimensions, and how many base units it is worth.
 *
 * <p>Base dimensions are named by their base unit: {@code kWh}, a currency code such as {@code EUR}, {@code hour},
 * {@code day}, {@code month}, {@code year}, {@code °C}, {@code degree day}, {@code degree hour}, {@code m2}, {@code m3},
 * {@code kVA}, {@code V}, {@code A}, {@code tCO2}, {@code certificate}, {@code coin}, {@code point}. A factor has no
 * dimension. {@code kW} is {@code kWh^1 hour^-1}; {@code MWh} is {@code kWh^1} with scale 1000; {@code %} has no
 * dimension and scale 0.01.
 */
public record Unit(String symbol, SortedMap<String, Integer> dimensions, Exact scale) {

    /** The unit of counts and factors. */
    public static final Unit NONE = new Unit("", new TreeMap<>(), Exact.ONE);

    public Unit {
        requireNonNull(symbol, "symbol");
        requireNonNull(scale, "scale");
        dimensions = Collections.unmodifiableSortedMap(new TreeMap<>(dimensions));
    }

    /** True if figures in both units may be added and compared. */
    public boolean isCommensurableWith(Unit other) {
        return dimensions.equals(other.dimensions);
    }
}
