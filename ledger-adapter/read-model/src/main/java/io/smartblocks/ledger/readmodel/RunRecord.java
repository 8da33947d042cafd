package io.smartblocks.ledger.readmodel;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one sweep of a runtime did, and what it could not do.
 *
 * @param node which runtime it was
 * @param zone whose periods it settled; empty for those of all zones
 * @param shard which part of the zone; -1 for all of it
 * @param outcomes how many periods came out how, such as {@code settled} or {@code held}
 * @param stopped why it ended before all that was due had its turn
 */
public record RunRecord(
        String id,
        String node,
        String zone,
        int shard,
        Instant startedAt,
        Instant endedAt,
        SortedMap<String, Integer> outcomes,
        Optional<String> stopped,
        List<Problem> problems) {

    public RunRecord {
        outcomes = Collections.unmodifiableSortedMap(new TreeMap<>(outcomes));
        problems = List.copyOf(problems);
    }

    /** A period that was not settled: at which step it stayed, and why. */
    public record Problem(
            String agreement, String period, LocalDate from, String outcome, String step, String message) {}

    /** How many periods were looked at. */
    public int periods() {
        return outcomes.values().stream().mapToInt(Integer::intValue).sum();
    }

    RunRecord with(List<Problem> found) {
        return new RunRecord(id, node, zone, shard, startedAt, endedAt, outcomes, stopped, found);
    }
}
