package io.smartblocks.ledger.peer;

import io.smartblocks.ledger.audit.SignedHeader;
import io.smartblocks.ledger.port.CommittedBatch;
import io.smartblocks.ledger.transaction.CanonicalJson;
import java.util.List;

/**
 * Batches of one block of a ledger that a channel takes over.
 *
 * @param header the block's, as it was signed
 * @param first the place in the block of the first of the batches, counted from 0
 * @param last whether the block ends with them
 */
public record AdoptedPart(SignedHeader header, int first, List<CommittedBatch> batches, boolean last) {

    public AdoptedPart {
        batches = List.copyOf(batches);
    }

    /** The block's number. */
    public long number() {
        return header.number();
    }

    /** Parts that one call carries, in their order. */
    public record Run(List<AdoptedPart> parts) {

        public Run {
            parts = List.copyOf(parts);
            if (parts.isEmpty()) {
                throw new IllegalArgumentException("a run holds at least one part of a block");
            }
        }

        /** Its canonical text. */
        public String json() {
            return CanonicalJson.write(this);
        }
    }

    /**
     * The parts that a text says.
     *
     * @throws io.smartblocks.ledger.transaction.MalformedJson when it is none, or not the one text that these parts have
     */
    public static Run run(String text) {
        return CanonicalJson.readCanonical(text, Run.class);
    }
}
