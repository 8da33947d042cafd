package io.smartblocks.portal.energy.upload;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What would become of a file.
 *
 * @param meters what would be taken, by meter
 * @param faults what cannot be taken, each with its line and how to mend it
 * @param further how many more of them there are
 * @param differing readings that stand on the ledger with another value
 * @param furtherDiffering how many more of them there are
 * @param notes what is worth knowing though nothing is wrong with it, such as gaps
 * @param recorded pages that would be recorded or filled in
 * @param already pages that say what stands there already
 */
public record Preview(
        boolean usable,
        List<OfMeter> meters,
        List<Fault> faults,
        long further,
        List<Differing> differing,
        int furtherDiffering,
        List<String> notes,
        List<String> flagged,
        long rows,
        long left,
        int readings,
        int recorded,
        int already) {

    /** What the file holds of one meter. */
    public record OfMeter(String id, String label, LocalDate from, LocalDate to, int days, int readings, int missing) {}

    /** One thing wrong: where, what was found, what was expected, how to mend it. */
    public record Fault(long line, String found, String expected, String mend) {}

    /** A reading that would be replaced. */
    public record Differing(String meter, Instant at, String onLedger, String here) {}

    public boolean replaces() {
        return !differing.isEmpty();
    }

    /** Whether anything would be put on the ledger. */
    public boolean changes() {
        return usable && (recorded > 0 || replaces());
    }
}
