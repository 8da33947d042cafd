package io.smartblocks.ledger.port;

import io.smartblocks.ledger.transaction.TransactionId;
import java.util.List;

/** How the submission of a batch ended. */
public sealed interface Submission {

    /** The batch stands in the block, and will not be lost; the ids are those of its transactions, in their order. */
    record Committed(long block, List<TransactionId> transactions) implements Submission {
        public Committed {
            transactions = List.copyOf(transactions);
        }
    }

    /**
     * Nothing of the batch was taken.
     *
     * @param code why, for programs
     * @param transaction the place in the batch of the transaction that was refused, counted from 0
     * @param message why, for people, and how to mend it
     */
    record Refused(String code, int transaction, String message) implements Submission {}
}
