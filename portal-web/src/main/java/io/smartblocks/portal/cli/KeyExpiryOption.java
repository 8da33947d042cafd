package io.smartblocks.portal.cli;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import picocli.CommandLine.Option;

/** From when on a key signs nothing any more. */
final class KeyExpiryOption {

    @Option(
            names = "--expires",
            paramLabel = "INSTANT",
            description = "From when on the key signs nothing, such as 2028-01-01T00:00:00Z; without it, it is valid"
                    + " until it is replaced.")
    private Optional<Instant> end = Optional.empty();

    /** The end, which must lie ahead. */
    Optional<Instant> after(Clock clock) {
        end.filter(instant -> !instant.isAfter(clock.instant())).ifPresent(past -> {
            throw new InputRefused(
                    "--expires: %s is over; expected an instant to come, or leave it out.".formatted(past));
        });
        return end;
    }
}
