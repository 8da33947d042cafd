package io.smartblocks.ledger.meter;

import io.smartblocks.ledger.transaction.MeterId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What became of the pages that were brought to the ledger. */
public sealed interface Forwarded {

    /**
     * All readings of the pages stand on the ledger.
     *
     * @param recorded pages that were recorded now, or whose missing readings were filled in
     * @param corrected pages whose readings were replaced now
     * @param already pages whose readings stood there before
     */
    record Stored(int recorded, int corrected, int already) implements Forwarded {}

    /** The ledger holds other readings of the same days, so nothing was sent. */
    record Conflicts(List<Conflict> first, int further) implements Forwarded {
        public Conflicts {
            first = List.copyOf(first);
        }
    }

    /**
     * The ledger refused a batch; the pages of the batches before it stand there.
     *
     * @param stored pages that were recorded before
     * @param code the ledger's reason, for programs
     * @param message the ledger's reason, for people
     */
    record Refused(int stored, MeterId meter, LocalDate day, String code, String message) implements Forwarded {}

    /** One reading that differs from the one on the ledger, both with unit and quality. */
    record Conflict(MeterId meter, LocalDate day, Instant start, String onLedger, String here) {

        /** The conflict in words, with the way out. */
        public String text() {
            return "The reading of " + meter + " from " + start + " (local day " + day + ") is " + onLedger
                    + " on the ledger and " + here + " here. If the new one is right, import it as a correction"
                    + " with its reason.";
        }
    }
}
