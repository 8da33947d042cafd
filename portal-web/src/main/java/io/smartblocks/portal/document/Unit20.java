package io.smartblocks.portal.document;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Units of the language as codes of UN/ECE Recommendation 20. */
final class Unit20 {

    /** One piece: what has no other unit. */
    static final String ONE = "C62";

    private static final Map<String, String> CODES = Map.ofEntries(
            Map.entry("Wh", "WHR"),
            Map.entry("kWh", "KWH"),
            Map.entry("MWh", "MWH"),
            Map.entry("GWh", "GWH"),
            Map.entry("MJ", "3B"),
            Map.entry("GJ", "GV"),
            Map.entry("kW", "KWT"),
            Map.entry("MW", "MAW"),
            Map.entry("kVA", "KVA"),
            Map.entry("MVA", "MVA"),
            Map.entry("m2", "MTK"),
            Map.entry("m3", "MTQ"),
            Map.entry("tCO2", "TNE"),
            Map.entry("minutes", "MIN"),
            Map.entry("hours", "HUR"),
            Map.entry("days", "DAY"),
            Map.entry("months", "MON"),
            Map.entry("years", "ANN"));
    private static final Map<String, String> SYMBOLS =
            CODES.entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));

    private Unit20() {}

    static Optional<String> code(String symbol) {
        return Optional.ofNullable(CODES.get(symbol));
    }

    /** The symbol for a code; nothing for pieces. */
    static String symbol(String code) {
        return SYMBOLS.getOrDefault(code, "");
    }
}
