package io.smartblocks.portal;

import io.smartblocks.ledger.readmodel.RunRecord;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Runs as the scheduler leaves them. */
public final class RunFixture {

    private RunFixture() {}

    /** One of two seconds on "node a" that could not commit campus-supply's October. */
    public static RunRecord failed(String id, Instant at) {
        return new RunRecord(
                id,
                "node a",
                "Europe/Dublin",
                3,
                at,
                at.plusSeconds(2),
                new TreeMap<>(Map.of("failed", 1)),
                Optional.empty(),
                List.of(new RunRecord.Problem(
                        "campus-supply",
                        "Billing Month",
                        LocalDate.of(2026, 10, 1),
                        "failed",
                        "committing",
                        "committing: the ledger is away")));
    }
}
