package io.smartblocks.portal.cli;

import java.math.BigDecimal;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What may be said of a site. */
final class SiteOptions {

    @Option(names = "--country", paramLabel = "CODE", description = "Two letters of ISO 3166, such as IE.")
    private Optional<String> country = Optional.empty();

    @Option(names = "--floor-area", paramLabel = "M2", description = "The floor area in square metres, such as 1250.5.")
    private Optional<BigDecimal> floorArea = Optional.empty();

    @Option(names = "--address", paramLabel = "TEXT", description = "Where it stands.")
    private Optional<String> address = Optional.empty();

    Optional<String> country() {
        return country;
    }

    Optional<BigDecimal> floorArea() {
        return floorArea;
    }

    Optional<String> address() {
        return address;
    }
}
