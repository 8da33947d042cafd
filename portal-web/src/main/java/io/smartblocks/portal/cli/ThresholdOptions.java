package io.smartblocks.portal.cli;

import io.smartblocks.ledger.meter.validation.Thresholds;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Option;

/** From where on a reading is flagged. */
final class ThresholdOptions {

    @Option(
            names = "--spike-factor",
            paramLabel = "N",
            description = "Flag readings above N times the median of the last three weeks at that time; default 10.")
    private Optional<BigDecimal> spikeFactor = Optional.empty();

    @Option(
            names = "--stuck-hours",
            paramLabel = "N",
            description = "Flag a value other than 0 that stays the same for N hours; default 24.")
    private Optional<Integer> stuckHours = Optional.empty();

    @Option(
            names = "--expected-at-most",
            paramLabel = "VALUE",
            description = "Flag readings above this, in the meter's unit; by default there is no such limit.")
    private Optional<BigDecimal> expectedAtMost = Optional.empty();

    @Option(
            names = "--sum-tolerance",
            paramLabel = "VALUE",
            description =
                    "Flag a register whose advance differs by more from the meter that it checks; default 1, in its"
                            + " unit.")
    private Optional<BigDecimal> sumTolerance = Optional.empty();

    Thresholds thresholds() {
        Thresholds thresholds = Thresholds.standard();
        thresholds = spikeFactor
                .map(factor -> positive("--spike-factor", factor))
                .map(thresholds::withSpikeFactor)
                .orElse(thresholds);
        thresholds = stuckHours
                .map(hours -> positive("--stuck-hours", BigDecimal.valueOf(hours)))
                .map(hours -> Duration.ofHours(hours.longValueExact()))
                .map(thresholds::withStuckFor)
                .orElse(thresholds);
        thresholds = sumTolerance
                .map(value -> notNegative("--sum-tolerance", value))
                .map(thresholds::withSumTolerance)
                .orElse(thresholds);
        return expectedAtMost.map(thresholds::withExpectedAtMost).orElse(thresholds);
    }

    private static BigDecimal notNegative(String option, BigDecimal number) {
        if (number.signum() < 0) {
            throw new InputRefused(option + " is " + number.toPlainString() + "; expected 0 or more.");
        }
        return number;
    }

    private static BigDecimal positive(String option, BigDecimal number) {
        if (number.signum() <= 0) {
            throw new InputRefused(option + " is " + number.toPlainString() + "; expected a number above 0.");
        }
        return number;
    }
}
