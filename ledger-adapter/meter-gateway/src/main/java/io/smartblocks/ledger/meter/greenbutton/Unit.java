package io.smartblocks.ledger.meter.greenbutton;

import java.util.Map;

/** The units of ESPI by their numbers (UnitSymbolKind of NAESB REQ.21), as SmartBlocks writes them. */
final class Unit {

    private static final Map<Integer, String> SYMBOLS = Map.ofEntries(
            Map.entry(5, "A"),
            Map.entry(23, "°C"),
            Map.entry(29, "V"),
            Map.entry(31, "J"),
            Map.entry(33, "Hz"),
            Map.entry(38, "W"),
            Map.entry(42, "m3"),
            Map.entry(61, "VA"),
            Map.entry(63, "VAr"),
            Map.entry(71, "VAh"),
            Map.entry(72, "Wh"),
            Map.entry(73, "VArh"),
            Map.entry(106, "Ah"),
            Map.entry(119, "ft3"),
            Map.entry(122, "ft3/h"),
            Map.entry(125, "m3/h"),
            Map.entry(128, "US gal"),
            Map.entry(129, "US gal/h"),
            Map.entry(130, "imp gal"),
            Map.entry(131, "imp gal/h"),
            Map.entry(132, "Btu"),
            Map.entry(133, "Btu/h"),
            Map.entry(134, "l"),
            Map.entry(137, "l/h"),
            Map.entry(169, "therm"),
            Map.entry(279, "°F"));

    private Unit() {}

    /** The symbol, or the number in words where it is none that is known here. */
    static String symbol(int number) {
        return SYMBOLS.getOrDefault(number, "unit " + number);
    }
}
