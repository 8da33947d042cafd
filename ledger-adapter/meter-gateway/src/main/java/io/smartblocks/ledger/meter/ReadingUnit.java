package io.smartblocks.ledger.meter;

import java.util.Map;
import java.util.Optional;

/** Brings the units that files write to those that meters are registered with, exactly. */
final class ReadingUnit {

    private static final Map<String, Integer> ENERGY_AS_POWER_OF_TEN_WH = Map.of("Wh", 0, "kWh", 3, "MWh", 6, "GWh", 9);
    private static final Map<String, String> OTHER_SPELLINGS = Map.ofEntries(
            Map.entry("kwh", "kWh"),
            Map.entry("KWH", "kWh"),
            Map.entry("KWh", "kWh"),
            Map.entry("wh", "Wh"),
            Map.entry("WH", "Wh"),
            Map.entry("MWH", "MWh"),
            Map.entry("F", "°F"),
            Map.entry("degF", "°F"),
            Map.entry("ºF", "°F"),
            Map.entry("C", "°C"),
            Map.entry("degC", "°C"),
            Map.entry("ºC", "°C"),
            Map.entry("m³", "m3"));

    private ReadingUnit() {}

    /** The symbol as SmartBlocks writes it. */
    static String canonical(String written) {
        String trimmed = written.strip();
        return OTHER_SPELLINGS.getOrDefault(trimmed, trimmed);
    }

    /** The places by which the decimal point moves to the right from one unit to the other, if they are of one kind. */
    static Optional<Integer> pointShift(String from, String to) {
        if (from.equals(to)) {
            return Optional.of(0);
        }
        Integer source = ENERGY_AS_POWER_OF_TEN_WH.get(from);
        Integer target = ENERGY_AS_POWER_OF_TEN_WH.get(to);
        return source == null || target == null ? Optional.empty() : Optional.of(source - target);
    }

    /** The same for units as files write them. */
    static Optional<Integer> between(String from, String to) {
        return pointShift(canonical(from), canonical(to));
    }
}
