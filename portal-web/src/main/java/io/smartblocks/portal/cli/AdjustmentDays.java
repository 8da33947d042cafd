package io.smartblocks.portal.cli;

import java.time.LocalDate;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The local days of an adjustment. */
final class AdjustmentDays {

    @Option(names = "--from", paramLabel = "DATE", required = true, description = "The first day: 2026-01-22.")
    private LocalDate from = LocalDate.EPOCH;

    @Option(names = "--to", paramLabel = "DATE", description = "The last day; it goes on if left out.")
    private Optional<LocalDate> last = Optional.empty();

    LocalDate from() {
        return from;
    }

    /** The day after the last. */
    Optional<LocalDate> end() {
        last.filter(day -> day.isBefore(from)).ifPresent(day -> {
            throw new InputRefused("--to %s lies before --from %s; name the last day itself.".formatted(day, from));
        });
        return last.map(day -> day.plusDays(1));
    }
}
