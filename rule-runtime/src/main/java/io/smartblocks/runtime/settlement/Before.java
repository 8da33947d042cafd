package io.smartblocks.runtime.settlement;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;

/**
 * The settlement that stands so far of a period that is settled again.
 *
 * @param revision its revision, 0 for the first
 * @param statementHash SHA-256 of its statement
 * @param lines its lines
 * @param documents its documents
 * @param duties what it let the parties owe besides money
 * @param on the local day of the correction, from which what it adds falls due
 */
public record Before(
        int revision,
        String statementHash,
        List<Line> lines,
        List<Document> documents,
        List<Duty> duties,
        LocalDate on) {
    public Before {
        requireNonNull(statementHash, "statement hash");
        lines = List.copyOf(lines);
        documents = List.copyOf(documents);
        duties = List.copyOf(duties);
        requireNonNull(on, "day");
    }

    /** What a statement says that stands under a revision. */
    public static Before of(int revision, String statementHash, Statement statement, LocalDate on) {
        return new Before(revision, statementHash, statement.lines(), statement.documents(), statement.duties(), on);
    }
}
