package io.smartblocks.portal.demo;

import io.smartblocks.ledger.transaction.Interval;
import io.smartblocks.ledger.transaction.Measure;
import io.smartblocks.ledger.transaction.MeterId;
import java.math.BigDecimal;
import java.util.Optional;

/** The meters of the demo campus, and of the house beside it with those of one of its flats. */
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
    LIBRARY_ROOF("IE-4409/solar", "Library roof, photovoltaics", "solar electricity", "kWh", 3, "PT15M"),
    HOUSE_HEAT("IE-4410/heat", "Cedar House, district heat", "heat", "kWh", 0, "P1D"),
    FLAT_HEAT("IE-4411/heat", "Flat 12, heat", "heat", "kWh", 2, "PT1H");

    /** The stand at which the heat register begins again at 0. */
    static final long ROLLS_OVER_AT = 1_000_000;

    /** The campus, and its building that has meters of its own. */
    static final String CAMPUS = "Nimbus Campus";

    static final String LIBRARY = CAMPUS + " / Library";

    /** The house with flats. */
    static final String HOUSE = "Cedar House";

    /** A place of its own: what its meter reads the meter of the house has counted already. */
    static final String FLAT = "Flat 12, Cedar House";

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
        return switch (this) {
            case LIBRARY_GAS, LIBRARY_ROOF -> LIBRARY;
            case HOUSE_HEAT -> HOUSE;
            case FLAT_HEAT -> FLAT;
            default -> CAMPUS;
        };
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
