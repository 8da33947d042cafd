package io.smartblocks.portal.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The files of use and temperature, and how they are read. */
final class BaselineFileOptions {

    @Option(names = "--usage", paramLabel = "FILE", required = true, description = "The readings of the meter.")
    private Path usage = Path.of("");

    @Option(
            names = "--usage-unit",
            paramLabel = "UNIT",
            defaultValue = "kWh",
            description = "Their unit; default ${DEFAULT-VALUE}.")
    private String usageUnit = "";

    @Option(
            names = "--usage-every",
            paramLabel = "INTERVAL",
            defaultValue = "P1D",
            description = "How often it is read: PT15M, PT1H, P1D, P1M; default ${DEFAULT-VALUE}.")
    private String usageEvery = "";

    @Option(names = "--temperature", paramLabel = "FILE", required = true, description = "The outdoor temperatures.")
    private Path temperature = Path.of("");

    @Option(
            names = "--temperature-unit",
            paramLabel = "UNIT",
            defaultValue = "°C",
            description = "Their unit, °C or °F; default ${DEFAULT-VALUE}.")
    private String temperatureUnit = "";

    @Option(
            names = "--temperature-every",
            paramLabel = "INTERVAL",
            defaultValue = "PT1H",
            description = "How often they are read; default ${DEFAULT-VALUE}.")
    private String temperatureEvery = "";

    @Mixin
    private ZoneOption zone = new ZoneOption();

    FileColumn usage(Clock clock) {
        return FileColumn.of(usage, usageUnit, usageEvery, zone.id(), clock);
    }

    FileColumn temperature(Clock clock) {
        return temperatureIn(temperature, clock);
    }

    /** Another file of temperatures, read like the first. */
    FileColumn temperatureIn(Path file, Clock clock) {
        if (!temperatureUnit.equals("°C") && !temperatureUnit.equals("°F")) {
            throw new InputRefused("'%s' is no unit of temperature; expected °C or °F.".formatted(temperatureUnit));
        }
        return FileColumn.of(file, temperatureUnit, temperatureEvery, zone.id(), clock);
    }

    ZoneId zone() {
        return zone.id();
    }
}
