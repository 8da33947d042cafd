package io.smartblocks.portal.energy.site;

import io.smartblocks.ledger.state.MeterState;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which way the energy of a meter flows, as the words with which it was registered say. */
enum Flow {
    /** {@code electricity}: drawn from the grid. */
    IMPORT,
    /** {@code electricity export}: given to the grid. */
    EXPORT,
    /** {@code solar electricity}, {@code wind electricity}, {@code hydro electricity}: made on the site. */
    RENEWABLE,
    /** Any other electricity, such as {@code cogenerated electricity}: made on the site of something else. */
    GENERATED,
    /** {@code gas}, {@code heat} and whatever else is measured in units of energy. */
    OTHER;

    private static final String ELECTRICITY = "electricity";
    private static final Set<String> OF_NATURE = Set.of("solar", "photovoltaic", "wind", "hydro");

    /** How many kWh a unit of energy is. */
    private static final Map<String, BigDecimal> KWH = Map.of(
            "Wh",
            new BigDecimal("0.001"),
            "kWh",
            BigDecimal.ONE,
            "MWh",
            BigDecimal.valueOf(1_000),
            "GWh",
            BigDecimal.valueOf(1_000_000));

    /** The flow of a meter; empty where it measures no energy. */
    static Optional<Flow> of(MeterState meter) {
        return kwh(meter).map(any -> of(words(meter)));
    }

    private static Flow of(String words) {
        if (!words.contains(ELECTRICITY)) {
            return OTHER;
        }
        if (words.equals(ELECTRICITY)) {
            return IMPORT;
        }
        if (words.contains("export")) {
            return EXPORT;
        }
        return OF_NATURE.stream().anyMatch(words::startsWith) ? RENEWABLE : GENERATED;
    }

    /** How many kWh one of the meter's unit is; empty where that is no unit of energy. */
    static Optional<BigDecimal> kwh(MeterState meter) {
        return Optional.ofNullable(KWH.get(meter.unit()));
    }

    /** What the meter measures, in small letters. */
    static String words(MeterState meter) {
        return meter.energy().strip().toLowerCase(Locale.ROOT);
    }

    /** Whether it counts towards what is used; what is exported is taken off. */
    boolean adds() {
        return this != EXPORT;
    }
}
