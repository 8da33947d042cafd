package io.smartblocks.ledger.outbox;

import io.smartblocks.ledger.port.Batch;
import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.port.Submission;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Sends one batch of each lane at a time, many lanes together, and deals with the answers as they come. */
final class SendingRound {

    private static final int MOST_ON_THEIR_WAY = 64;
    private static final long ANSWER_WITHIN_MINUTES = 2;
    private static final long LOOK_AGAIN_MILLIS = 100;

    private final Shelf shelf;
    private final Ledger ledger;
    private final BlockingQueue<Answer> answers = new LinkedBlockingQueue<>();
    private final Map<Receipt, Entry> onTheirWay = new HashMap<>();
    private int committed;
    private int putAside;

    private record Answer(
            Entry entry,
            @Nullable Submission submission,
            @Nullable Throwable failure) {}

    SendingRound(Shelf shelf, Ledger ledger) {
        this.shelf = shelf;
        this.ledger = ledger;
    }

    Forwarded run(BooleanSupplier stop) throws InterruptedException {
        try {
            boolean more = true;
            while (more && !stop.getAsBoolean() && !shelf.closed()) {
                more = sendWhatIsDue() || !onTheirWay.isEmpty();
                if (!onTheirWay.isEmpty()) {
                    Answer answer = answers.poll(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS);
                    if (answer != null) {
                        dealWith(answer);
                    }
                }
            }
            return new Forwarded(committed, putAside);
        } finally {
            onTheirWay.values().forEach(shelf::recall);
        }
    }

    /** Whether anything was due. */
    private boolean sendWhatIsDue() {
        boolean any = false;
        for (Entry entry : shelf.due()) {
            if (onTheirWay.size() >= MOST_ON_THEIR_WAY) {
                break;
            }
            any = true;
            try {
                send(entry);
            } catch (IOException | RuntimeException failure) {
                shelf.failed(entry, inWords(failure));
            }
        }
        return any;
    }

    private void send(Entry entry) throws IOException {
        boolean mayBeThere = shelf.send(entry);
        Optional<Batch> batch = shelf.batch(entry);
        if (batch.isEmpty()) {
            return;
        }
        if (mayBeThere && isThere(batch.get())) {
            shelf.committed(entry);
            committed++;
            return;
        }
        ledger.submit(batch.get())
                .copy()
                .orTimeout(ANSWER_WITHIN_MINUTES, TimeUnit.MINUTES)
                .whenComplete((submission, failure) -> answers.add(new Answer(entry, submission, failure)));
        onTheirWay.put(entry.receipt(), entry);
    }

    private boolean isThere(Batch batch) {
        return batch.transactions().stream()
                .allMatch(transaction -> ledger.find(transaction.id()).isPresent());
    }

    private void dealWith(Answer answer) {
        onTheirWay.remove(answer.entry().receipt());
        try {
            if (answer.submission() instanceof Submission.Committed) {
                shelf.committed(answer.entry());
                committed++;
            } else if (answer.submission() instanceof Submission.Refused refused) {
                shelf.refused(answer.entry(), refused);
                putAside++;
            } else {
                shelf.failed(answer.entry(), inWords(answer.failure()));
            }
        } catch (IOException | RuntimeException failure) {
            shelf.failed(answer.entry(), inWords(failure));
        }
    }

    private static String inWords(@Nullable Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof TimeoutException) {
            return "the ledger did not answer within " + ANSWER_WITHIN_MINUTES
                    + " minutes; it will be asked for the batch";
        }
        return cause == null || cause.getMessage() == null ? String.valueOf(cause) : cause.getMessage();
    }
}
