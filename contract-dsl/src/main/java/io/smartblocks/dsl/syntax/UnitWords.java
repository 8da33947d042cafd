package io.smartblocks.dsl.syntax;

import java.util.List;

/** The words for units that are no keywords. */
public final class UnitWords {

    /** In the order in which they are offered; where a unit has a plural, the plural. */
    public static final List<String> ALL = List.of(
            "EUR",
            "kWh",
            "MWh",
            "%",
            "kW",
            "USD",
            "GBP",
            "CHF",
            "SEK",
            "NOK",
            "DKK",
            "PLN",
            "CZK",
            "HUF",
            "RON",
            "BGN",
            "JPY",
            "KWD",
            "Wh",
            "GWh",
            "MJ",
            "GJ",
            "MW",
            "kWp",
            "kVA",
            "MVA",
            "V",
            "A",
            "°C",
            "°F",
            "m2",
            "m3",
            "tCO2",
            "certificates",
            "coins",
            "points");

    private UnitWords() {}
}
