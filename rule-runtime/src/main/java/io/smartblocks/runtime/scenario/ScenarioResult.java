package io.smartblocks.runtime.scenario;

import java.util.List;

/** What became of a scenario: each of its expectations in the order of the text. */
public record ScenarioResult(String scenario, List<StepResult> steps) {
    public ScenarioResult {
        steps = List.copyOf(steps);
    }

    /** True if every expectation was met. */
    public boolean passed() {
        return steps.stream().allMatch(StepResult::passed);
    }

    /** The expectations that were not met. */
    public List<StepResult> failures() {
        return steps.stream().filter(step -> !step.passed()).toList();
    }
}
