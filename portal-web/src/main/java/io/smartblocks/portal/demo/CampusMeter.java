package io.smartblocks.portal.demo;

import io.smartblocks.ledger.transaction.Interval;
import io.smartblocks.ledger.transaction.Measure;
import io.smartblocks.ledger.transaction.MeterId;
import java.math.BigDecimal;
import java.util.Optional;

/** The meters of the demo campus. */
enum CampusMeter {
    GRID_IMPORT("IE-4401/import", "Grid import", "electricity", "kWh", 3, "PT15M"),
    GRID_EXPORT("IE-4401/export", "Grid export", "electricity export", "kWh", 3, "PT15M"),
    HEAT_AND_POWER(
            "IE-4402/electricity",
            "Combined heat and power, electricity",
            "cogenerated electricity",
            "kWh",
            3,
            "PT15M"),
    WIND_TURBINE("IE-4403/electricity", "Wind turbine", "wind electricity", "kWh", 3, "PT15M"),
    BOILER_GAS("IE-4404/gas", "Boiler house, gas", "gas", "kWh", 0, "P1D"),
    OUTDOOR_STATION("IE-4405/degree-days", "Outdoor station, degree days", "weather", "degree days", 2, "P1D"),
    HEAT_REGISTER("IE-4406/heat", "Engine house, heat register", "heat", "kWh", 0, "P1D"),
    LIBRARY_GAS("IE-4407/gas", "Library, gas", "gas", "kWh", 0, "P1D"),
    OUTDOOR_TEMPERATURE("IE-4408/temperature", "Outdoor station, temperature", "weather", "°C", 2, "P1D"),
    LIBRARY_ROOF("IE-4409/solar", "Library roof, photovoltaics", "solar electricity", "kWh", 3, "PT15M");

    /** The stand at which the heat register begins again at 0. */
    static final long ROLLS_OVER_AT = 1_000_000;

    /** The campus, and its building that has meters of its own. */
    static final String CAMPUS = "Nimbus Campus";

    static final String LIBRARY = CAMPUS + " / Library";

    private final MeterId id;
    private final String label;
    private final String energy;
    private final String unit;
    private final int scale;
    private final Interval interval;

    CampusMeter(String id, String label, String energy, String unit, int scale, String interval) {
        this.id = new MeterId(id);
        this.label = label;
        this.energy = energy;
        this.unit = unit;
        this.scale = scale;
        this.interval = new Interval(interval);
    }

    MeterId id() {
        return id;
    }

    String label() {
        return label;
    }

    /** Where it stands. */
    String site() {
        return this == LIBRARY_GAS || this == LIBRARY_ROOF ? LIBRARY : CAMPUS;
    }

    /** What it measures. */
    String energy() {
        return energy;
    }

    String unit() {
        return unit;
    }

    /** The digits after the point in a reading. */
    int scale() {
        return scale;
    }

    Measure measure() {
        return this == HEAT_REGISTER ? Measure.REGISTER : Measure.INTERVAL;
    }

    /** Where a register begins again at 0. */
    Optional<BigDecimal> rollsOverAt() {
        return this == HEAT_REGISTER ? Optional.of(BigDecimal.valueOf(ROLLS_OVER_AT)) : Optional.empty();
    }

    Interval interval() {
        return interval;
    }
}
