package io.smartblocks.portal.cli;

import io.smartblocks.ledger.port.Batch;
import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.port.LedgerUnavailable;
import io.smartblocks.ledger.port.Submission;
import io.smartblocks.ledger.port.TransactionPlace;
import io.smartblocks.ledger.transaction.Transaction;
import io.smartblocks.ledger.transaction.TransactionId;
import java.util.List;
import java.util.Optional;

/** Ends a command whose statement the ledger did not answer, and tells what is known of it. */
final class Unanswered extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int exitCode;

    private Unanswered(int exitCode, String message, Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
    }

    /** How the command ends. */
    int exitCode() {
        return exitCode;
    }

    /** The block that holds the batch all the same; where none is found the command ends. */
    static Submission lookedFor(Batch batch, Ledger ledger, LedgerUnavailable broken) {
        List<TransactionId> ids =
                batch.transactions().stream().map(Transaction::id).toList();
        if (!broken.outcomeUnknown()) {
            throw new Unanswered(
                    ExitCode.FAILED,
                    ("The ledger could not take it: %s.\nNothing of it was taken, and nothing will be; when the ledger"
                                    + " can be written again, give the same command again.")
                            .formatted(broken.getMessage()),
                    broken);
        }
        return found(ids.get(0), ledger)
                .map(place -> (Submission) new Submission.Committed(place.block(), ids))
                .orElseThrow(() -> new Unanswered(
                        ExitCode.UNKNOWN,
                        ("The ledger did not say whether it took it: %1$s.\nAsk before you give the command again:"
                                        + " 'smartblocks ledger proof %2$s', with the same --data, proves it if it stands. If it"
                                        + " says that no block holds it, it was not taken.")
                                .formatted(broken.getMessage(), ids.get(0)),
                        broken));
    }

    private static Optional<TransactionPlace> found(TransactionId id, Ledger ledger) {
        try {
            return ledger.find(id);
        } catch (RuntimeException broken) {
            return Optional.empty();
        }
    }
}
