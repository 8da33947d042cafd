package io.smartblocks.portal.member;

import io.smartblocks.ledger.identity.Signer;
import io.smartblocks.ledger.port.Batch;
import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.port.LedgerUnavailable;
import io.smartblocks.ledger.port.Stage;
import io.smartblocks.ledger.port.Submission;
import io.smartblocks.ledger.proof.Hash;
import io.smartblocks.ledger.transaction.Payload;
import io.smartblocks.ledger.transaction.RequestKey;
import io.smartblocks.ledger.transaction.Transaction;
import io.smartblocks.ledger.transaction.TransactionBody;
import io.smartblocks.ledger.transaction.TransactionId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.stereotype.Component;

/** Signs requests in the name of a member and waits until they stand in a block and in what the portal reads. */
@Component
public class Submitting {

    private static final long SECONDS = 20;

    private final Ledger ledger;
    private final Arrival arrival;
    private final Clock clock;

    Submitting(Ledger ledger, Arrival arrival, Clock clock) {
        this.ledger = ledger;
        this.arrival = arrival;
        this.clock = clock;
    }

    /** All of the requests or none; fails with {@link LedgerUnavailable} when the ledger does not take them. */
    public Submission submit(Signer signer, List<? extends Payload> payloads) {
        return submit(signer, UUID.randomUUID().toString(), payloads);
    }

    /** The same under a name: what was done under it before is answered again and not done twice. */
    public Submission submit(Signer signer, String once, List<? extends Payload> payloads) {
        List<TransactionBody> bodies = new ArrayList<>();
        for (Payload payload : payloads) {
            bodies.add(new TransactionBody(
                    ledger.id(), payload, signer.member(), key(once, bodies.size()), clock.instant()));
        }
        return submit(Batch.signed(bodies, signer));
    }

    /** Hands on what others signed as it is. */
    public Submission submit(Batch signed) {
        Submission submission = committed(signed);
        if (submission instanceof Submission.Committed committed) {
            arrival.await(committed.block());
        }
        return submission;
    }

    private static RequestKey key(String once, int place) {
        // whatever a form sends, the ledger sees a name of its own kind
        return new RequestKey("portal/" + Hash.of(once) + "/" + place);
    }

    private Submission committed(Batch batch) {
        AtomicReference<Stage> reached = new AtomicReference<>(Stage.PROPOSED);
        try {
            return ledger.submit(batch, reached::set)
                    .orTimeout(SECONDS, TimeUnit.SECONDS)
                    .join();
        } catch (CompletionException e) {
            LedgerUnavailable broke = e.getCause() instanceof LedgerUnavailable unavailable
                    ? unavailable
                    : unanswered(reached.get(), e.getCause());
            if (!broke.outcomeUnknown()) {
                throw broke;
            }
            return found(batch).orElseThrow(() -> broke);
        }
    }

    private static LedgerUnavailable unanswered(Stage reached, Throwable cause) {
        return LedgerUnavailable.outcomeUnknown(
                Stage.COMMITTED,
                "The ledger did not answer within " + SECONDS + " s; the request was last seen " + reached,
                cause);
    }

    /** What became of a batch whose answer was lost, when the ledger can tell. */
    private Optional<Submission> found(Batch batch) {
        List<TransactionId> ids =
                batch.transactions().stream().map(Transaction::id).toList();
        return ledger.find(ids.get(0)).map(place -> new Submission.Committed(place.block(), ids));
    }
}
