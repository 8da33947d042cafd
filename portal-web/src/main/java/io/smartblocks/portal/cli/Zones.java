package io.smartblocks.portal.cli;

import io.smartblocks.dsl.diagnostic.Nearest;
import java.time.DateTimeException;
import java.time.ZoneId;

/** Understands the names of time zones. */
final class Zones {

    private Zones() {}

    static ZoneId of(String written) {
        try {
            return ZoneId.of(written);
        } catch (DateTimeException e) {
            throw new InputRefused(
                    "'%s' is no time zone; expected one such as Europe/Dublin or UTC%s"
                            .formatted(
                                    written,
                                    Nearest.to(written, ZoneId.getAvailableZoneIds())
                                            .map("; did you mean '%s'?"::formatted)
                                            .orElse(".")),
                    e);
        }
    }
}
