package io.smartblocks.portal.cli;

import java.time.ZoneId;
import picocli.CommandLine.Option;

/** In which time zone the days of a thing begin. */
final class ZoneOption {

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            required = true,
            description = "The time zone of its days: Europe/Dublin, UTC, …")
    private String zone = "";

    ZoneId id() {
        return Zones.of(zone);
    }
}
