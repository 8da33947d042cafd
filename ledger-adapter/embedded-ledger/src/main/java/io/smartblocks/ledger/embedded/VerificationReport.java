package io.smartblocks.ledger.embedded;

import java.time.Duration;
import java.util.List;

/**
 * What the verification of a ledger found.
 *
 * @param blocks how many blocks were checked
 * @param transactions how many transactions were checked
 * @param bytes how many bytes were read
 * @param took how long it took
 * @param problems what is wrong, in the order of the blocks
 * @param notes what is not wrong but worth knowing, such as a write that is not finished
 */
public record VerificationReport(
        long blocks, long transactions, long bytes, Duration took, List<Problem> problems, List<String> notes) {

    public VerificationReport {
        problems = List.copyOf(problems);
        notes = List.copyOf(notes);
    }

    /** Whether nothing is wrong. */
    public boolean sound() {
        return problems.isEmpty();
    }

    /** How many blocks were checked in a second. */
    public long blocksPerSecond() {
        return blocks * 1000 / Math.max(1, took.toMillis());
    }
}
