package io.smartblocks.dsl.units;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The unit words of the language and what each is worth in base units. */
final class UnitTable {

    private static final Set<String> CURRENCIES =
            Set.of("EUR", "USD", "GBP", "CHF", "SEK", "NOK", "DKK", "PLN", "CZK", "HUF", "RON", "BGN", "JPY", "KWD");

    private static final Set<String> COUNTED = Set.of(
            "certificate", "coin", "point", "minute", "hour", "day", "month", "year", "degree day", "degree hour");

    private static final Map<String, Unit> WORDS = Map.ofEntries(
            entry("Wh", unit("kWh", "1/1000")),
            entry("kWh", unit("kWh", "1")),
            entry("MWh", unit("kWh", "1000")),
            entry("GWh", unit("kWh", "1000000")),
            entry("MJ", unit("kWh", "5/18")),
            entry("GJ", unit("kWh", "2500/9")),
            entry("kW", power("1")),
            entry("MW", power("1000")),
            entry("kWp", unit("kWp", "1")),
            entry("kVA", unit("kVA", "1")),
            entry("MVA", unit("kVA", "1000")),
            entry("V", unit("V", "1")),
            entry("A", unit("A", "1")),
            entry("%", new Unit("%", new TreeMap<>(), Exact.parse("0.01"))),
            entry("°C", unit("°C", "1")),
            entry("°F", unit("°F", "1")),
            entry("m2", unit("m2", "1")),
            entry("m3", unit("m3", "1")),
            entry("tCO2", unit("tCO2", "1")),
            entry("minute", unit("hour", "1/60")));

    private UnitTable() {}

    /** The unit that a word of the grammar stands for. */
    static Unit of(String word) {
        String singular = singular(word);
        Unit known = WORDS.getOrDefault(singular, unit(singular, "1"));
        return new Unit(singular, known.dimensions(), known.scale());
    }

    static boolean isCurrency(String dimension) {
        return CURRENCIES.contains(dimension);
    }

    /** {@code hours} for {@code hour}; other units have no plural. */
    static String plural(String word) {
        return COUNTED.contains(word) ? word + "s" : word;
    }

    private static String singular(String word) {
        String shorter = word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
        return COUNTED.contains(shorter) ? shorter : word;
    }

    private static Unit unit(String dimension, String scale) {
        return new Unit(dimension, new TreeMap<>(Map.of(dimension, 1)), Exact.parse(scale));
    }

    private static Unit power(String scale) {
        return new Unit("kW", new TreeMap<>(Map.of("kWh", 1, "hour", -1)), Exact.parse(scale));
    }
}
