package io.smartblocks.portal.api.hook;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What is told of events of each kind; paths are those of the API, where all of it can be read. */
final class EventData {

    private EventData() {}

    /** A period that was settled, for the first time or once more. */
    record Settled(
            String agreement,
            String version,
            String period,
            LocalDate from,
            LocalDate to,
            int revision,
            String statementHash,
            long block,
            String transaction,
            String path) {}

    /** A period that waits. */
    record Waiting(
            String agreement,
            String version,
            String period,
            LocalDate from,
            LocalDate to,
            int revision,
            List<Reason> reasons,
            long block,
            String transaction) {
        /** What stands in the way. */
        record Reason(String code, String message) {}
    }

    /** A settlement that was disputed. */
    record Disputed(
            String agreement,
            String period,
            LocalDate from,
            int revision,
            String disputedBy,
            List<String> clauses,
            String reason,
            long block,
            String transaction,
            String path) {}

    /** A version of an agreement that was proposed. */
    record Proposed(
            String agreement,
            String version,
            String title,
            Map<String, String> parties,
            String textHash,
            String by,
            long block,
            String transaction,
            String path) {}

    /** A version of an agreement to which something else happened. */
    record Changed(String agreement, String version, String by, long block, String transaction, String path) {}

    /** A block. */
    record Made(long number, String hash, String previousHash, Instant time, int transactions, String path) {}

    /** A meter that is late. */
    record Late(String meter, String label, String site, LocalDate lastDay, Instant expectedBy, String path) {}
}
