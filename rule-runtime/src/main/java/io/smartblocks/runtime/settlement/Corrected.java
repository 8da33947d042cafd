package io.smartblocks.runtime.settlement;

import java.time.LocalDate;
import java.util.List;

/**
 * What a settlement corrects: the documents of the earlier revision are reversed, the new ones take their place, and the
 * difference is payable.
 *
 * @param revision the revision that is corrected
 * @param statementHash SHA-256 of its statement
 * @param on the local day of the correction
 * @param reversals its documents, each payable the other way
 * @param differences what remains payable between two parties; none where nothing has changed
 */
public record Corrected(
        int revision, String statementHash, LocalDate on, List<Correction> reversals, List<Difference> differences) {
    public Corrected {
        reversals = List.copyOf(reversals);
        differences = List.copyOf(differences);
    }

    /** A difference, and the day on which it is due. */
    public record Difference(Correction payable, LocalDate due) {}
}
