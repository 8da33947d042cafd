package io.smartblocks.dsl.units;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A unit of measure: its symbol as written, its dimensions, and how many base units it is worth.
 *
 * <p>Base dimensions are named by their base unit: {@code kWh}, a currency code such as {@code EUR}, {@code hour},
 * {@code day}, {@code month}, {@code year}, {@code °C}, {@code degree day}, {@code degree hour}, {@code m2}, {@code m3},
 * {@code kVA}, {@code kWp}, {@code V}, {@code A}, {@code tCO2}, {@code certificate}, {@code coin}, {@code point}. A factor
 * has no dimension. {@code kW} is {@code kWh^1 hour^-1}; {@code MWh} is {@code kWh^1} with scale 1000; {@code %} has no
 * dimension and scale 0.01.
 */
public record Unit(String symbol, SortedMap<String, Integer> dimensions, Exact scale) {

    /** The unit of counts and factors. */
    public static final Unit NONE = new Unit("", new TreeMap<>(), Exact.ONE);

    private static final Set<String> TIMES = Set.of("hour", "day", "month", "year");

    /** What is not a flow through an interval but a state during it. */
    private static final Set<String> STATES = Set.of("°C", "V", "A");

    /** A day is this part of a year wherever a rate per year meets a number of days: interest is actual/365. */
    private static final Exact YEARS_OF_A_DAY = Exact.parse("1/365");

    public Unit {
        requireNonNull(symbol, "symbol");
        requireNonNull(scale, "scale");
        dimensions = Collections.unmodifiableSortedMap(new TreeMap<>(dimensions));
    }

    /** The unit of a word of the language, such as {@code kWh}, {@code EUR} or {@code degree days}. */
    public static Unit of(String word) {
        Unit unit = UnitTable.of(word);
        return new Unit(UnitTable.plural(unit.symbol), unit.dimensions, unit.scale);
    }

    /** A unit as an agreement writes it: {@code EUR per kWh}, {@code degree days}, {@code per hour}. */
    public static Unit parse(String text) {
        Unit unit = NONE;
        boolean first = true;
        for (String part : text.strip().split("\\s*\\bper\\b\\s*|\\s*/\\s*")) {
            if (!part.isEmpty()) {
                unit = first ? of(part) : unit.per(part);
            }
            first = false;
        }
        return unit;
    }

    /** This unit for each of another: {@code EUR} per {@code kWh}. */
    public Unit per(String word) {
        Unit below = UnitTable.of(word);
        String text = symbol.isEmpty() ? "per " + below.symbol : symbol + " per " + below.symbol;
        return new Unit(text, Dimensions.product(dimensions, below.dimensions, -1), scale.dividedBy(below.scale));
    }

    /** True if figures in both units may be added and compared. */
    public boolean isCommensurableWith(Unit other) {
        return dimensions.equals(other.dimensions);
    }

    /** True for factors, counts and percentages. */
    public boolean isFactor() {
        return dimensions.isEmpty();
    }

    /** True for a currency and nothing else. */
    public boolean isMoney() {
        return dimensions.size() == 1
                && dimensions.get(dimensions.firstKey()) == 1
                && UnitTable.isCurrency(dimensions.firstKey());
    }

    /** True if readings in it add up, as energy does; a power, a temperature or a factor does not. */
    public boolean addsUp() {
        return !isFactor()
                && dimensions.keySet().stream().noneMatch(STATES::contains)
                && dimensions.getOrDefault("hour", 0) >= 0;
    }

    /** How many units of time it is made of: two, for {@code months per day}, mean that times were mixed. */
    public int measuresOfTime() {
        return (int) dimensions.keySet().stream().filter(TIMES::contains).count();
    }

    /** The unit of a product, and what a product of base units must be multiplied by so that days meet years. */
    public Product times(Unit other) {
        return product(other, 1);
    }

    /** The unit of a quotient, and what a quotient of base units must be multiplied by so that days meet years. */
    public Product dividedBy(Unit other) {
        return product(other, -1);
    }

    /** A unit and the factor that a product or quotient of base units needs to be in its base units. */
    public record Product(Unit unit, Exact factor) {}

    private Product product(Unit other, int power) {
        SortedMap<String, Integer> together = Dimensions.product(dimensions, other.dimensions, power);
        int days = together.getOrDefault("day", 0);
        int years = together.getOrDefault("year", 0);
        if (Integer.signum(days) * Integer.signum(years) >= 0) {
            return new Product(shown(other, together, power), Exact.ONE);
        }
        int met = Math.min(Math.abs(days), Math.abs(years)) * Integer.signum(days);
        Dimensions.add(together, "day", -met);
        Dimensions.add(together, "year", met);
        Exact factor = Exact.ONE;
        for (int i = 0; i < Math.abs(met); i++) {
            factor = met > 0 ? factor.times(YEARS_OF_A_DAY) : factor.dividedBy(YEARS_OF_A_DAY);
        }
        return new Product(composed(together), factor);
    }

    private Unit shown(Unit other, SortedMap<String, Integer> together, int power) {
        if (other.isFactor()) {
            return isFactor() ? NONE : this;
        }
        return isFactor() && power > 0 ? other : composed(together);
    }

    /** The unit of these dimensions, shown in base units. */
    public static Unit composed(SortedMap<String, Integer> dimensions) {
        return new Unit(Dimensions.symbol(dimensions), dimensions, Exact.ONE);
    }
}
