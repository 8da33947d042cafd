package io.smartblocks.runtime.scenario;

import java.util.List;

/** What became of all scenarios of an agreement, and which of its ways they went. */
public record ScenarioReport(List<ScenarioResult> results, Coverage coverage) {
    public ScenarioReport {
        results = List.copyOf(results);
    }
}
