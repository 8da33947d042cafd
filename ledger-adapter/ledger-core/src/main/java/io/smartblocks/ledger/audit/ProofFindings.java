package io.smartblocks.ledger.audit;

import java.util.List;

/**
 * What came of checking a proof, in sentences.
 *
 * @param proved what is shown; nothing when there is a fault
 * @param open what a reader may believe to be shown but is not
 * @param faults why the proof shows nothing
 */
public record ProofFindings(List<String> proved, List<String> open, List<String> faults) {

    public ProofFindings {
        proved = List.copyOf(proved);
        open = List.copyOf(open);
        faults = List.copyOf(faults);
    }

    static ProofFindings refused(List<String> faults) {
        return new ProofFindings(List.of(), List.of(), faults);
    }

    /** Whether all that the document says could be followed. */
    public boolean holds() {
        return faults.isEmpty();
    }
}
