package io.smartblocks.portal.demo;

import java.time.Duration;
import java.time.Period;
import java.time.temporal.TemporalAmount;

/** The meters of the demo campus. */
enum CampusMeter {
    GRID_IMPORT("IE-4401/import", "kWh", 3, Duration.ofMinutes(15)),
    GRID_EXPORT("IE-4401/export", "kWh", 3, Duration.ofMinutes(15)),
    HEAT_AND_POWER("IE-4402/electricity", "kWh", 3, Duration.ofMinutes(15)),
    WIND_TURBINE("IE-4403/electricity", "kWh", 3, Duration.ofMinutes(15)),
    BOILER_GAS("IE-4404/gas", "kWh", 0, Period.ofDays(1)),
    OUTDOOR_STATION("IE-4405/degree-days", "degree days", 2, Period.ofDays(1));

    private final String id;
    private final String unit;
    private final int scale;
    private final TemporalAmount interval;

    CampusMeter(String id, String unit, int scale, TemporalAmount interval) {
        this.id = id;
        this.unit = unit;
        this.scale = scale;
        this.interval = interval;
    }

    String id() {
        return id;
    }

    String unit() {
        return unit;
    }

    /** The digits after the point in a reading. */
    int scale() {
        return scale;
    }

    TemporalAmount interval() {
        return interval;
    }

    boolean readsDaily() {
        return interval instanceof Period;
    }
}
