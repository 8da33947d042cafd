package io.smartblocks.runtime.scenario;

import io.smartblocks.dsl.diagnostic.SourceRange;
import java.util.List;
import java.util.Optional;

/**
 * What became of one expectation: what was expected, what came out and by how much they differ, in words why, and the
 * figures and sentences that the outcome rests on.
 */
public record StepResult(
        SourceRange at,
        boolean passed,
        String expected,
        String actual,
        Optional<String> difference,
        String message,
        List<Traced> trace) {

    public StepResult {
        trace = List.copyOf(trace);
    }

    StepResult(SourceRange at, boolean passed, String expected, String actual, String message) {
        this(at, passed, expected, actual, Optional.empty(), message, List.of());
    }

    StepResult differingBy(String difference) {
        return passed
                ? this
                : new StepResult(
                        at,
                        passed,
                        expected,
                        actual,
                        Optional.of(difference.startsWith("-") ? difference : "+" + difference),
                        message,
                        trace);
    }

    StepResult tracedBy(List<Traced> reasons) {
        return new StepResult(at, passed, expected, actual, difference, message, reasons);
    }
}
