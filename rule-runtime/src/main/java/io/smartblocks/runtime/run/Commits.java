package io.smartblocks.runtime.run;

import io.smartblocks.ledger.identity.Signer;
import io.smartblocks.ledger.port.Batch;
import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.port.LedgerUnavailable;
import io.smartblocks.ledger.port.Stage;
import io.smartblocks.ledger.port.Submission;
import io.smartblocks.ledger.port.TransactionPlace;
import io.smartblocks.ledger.proof.Hash;
import io.smartblocks.ledger.state.Proposal;
import io.smartblocks.ledger.transaction.CanonicalJson;
import io.smartblocks.ledger.transaction.HoldReason;
import io.smartblocks.ledger.transaction.Payload;
import io.smartblocks.ledger.transaction.RequestKey;
import io.smartblocks.ledger.transaction.SettlementAction.CommitSettlement;
import io.smartblocks.ledger.transaction.SettlementAction.HoldSettlement;
import io.smartblocks.ledger.transaction.Transaction;
import io.smartblocks.ledger.transaction.TransactionBody;
import io.smartblocks.ledger.transaction.TransactionId;
import io.smartblocks.runtime.settlement.Settlement;
import io.smartblocks.runtime.settlement.SettlementPeriod;
import io.smartblocks.runtime.settlement.Statement;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/** Signs what a sweep found and commits it, many settlements to a batch. */
final class Commits {

    private static final int BATCH = 100;
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    static final String UNAVAILABLE = "ledger-unavailable";

    private final Ledger ledger;
    private final Clock clock;
    private final Duration patience;

    Commits(Ledger ledger, Clock clock) {
        this(ledger, clock, PATIENCE);
    }

    /** With how long to wait for the ledger's answer. */
    Commits(Ledger ledger, Clock clock, Duration patience) {
        this.ledger = ledger;
        this.clock = clock;
        this.patience = patience;
    }

    /** What is to be committed for one attempt. */
    record Wanted(Attempt attempt, Payload payload, RequestKey key) {}

    /** Commits all; a batch that is refused is tried again one by one, so that one culprit stops nobody else. */
    Map<Attempt, Submission> commit(List<Wanted> wanted) {
        Map<Attempt, Submission> ended = new IdentityHashMap<>();
        Map<Signer, List<Wanted>> bySigner = wanted.stream()
                .collect(Collectors.groupingBy(
                        each -> each.attempt().signer(), LinkedHashMap::new, Collectors.toList()));
        List<Sent> sent = new ArrayList<>();
        bySigner.forEach((signer, all) -> {
            for (int i = 0; i < all.size(); i += BATCH) {
                sent.add(send(signer, all.subList(i, Math.min(all.size(), i + BATCH))));
            }
        });
        for (Sent each : sent) {
            Submission submission = end(each);
            if (submission instanceof Submission.Refused refused
                    && !refused.code().equals(UNAVAILABLE)
                    && each.wanted().size() > 1) {
                each.wanted()
                        .forEach(one ->
                                ended.put(one.attempt(), end(send(one.attempt().signer(), List.of(one)))));
            } else {
                each.wanted().forEach(one -> ended.put(one.attempt(), submission));
            }
        }
        return ended;
    }

    private record Sent(List<Wanted> wanted, Batch batch, CompletableFuture<Submission> outcome) {}

    private Sent send(Signer signer, List<Wanted> wanted) {
        List<TransactionBody> bodies = wanted.stream()
                .map(each ->
                        new TransactionBody(ledger.id(), each.payload(), signer.member(), each.key(), clock.instant()))
                .toList();
        Batch batch = new Batch(Transaction.signAll(bodies, signer));
        try {
            return new Sent(wanted, batch, ledger.submit(batch));
        } catch (LedgerUnavailable e) {
            return new Sent(wanted, batch, CompletableFuture.failedFuture(e));
        }
    }

    /** How it ended; a ledger that does not answer has refused for now, and the next sweep asks again. */
    private Submission end(Sent sent) {
        try {
            return answer(sent.outcome().copy().orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (LedgerUnavailable broke) {
            return broke.outcomeUnknown() ? resolved(sent.batch()) : away(broke);
        }
    }

    /** What became of a batch whose answer was lost: it stands, or the same signed batch is sent once more. */
    private Submission resolved(Batch batch) {
        try {
            List<TransactionId> ids =
                    batch.transactions().stream().map(Transaction::id).toList();
            Optional<TransactionPlace> place = ledger.find(ids.get(0));
            return place.isPresent()
                    ? new Submission.Committed(place.get().block(), ids)
                    : answer(ledger.submit(batch).copy().orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (LedgerUnavailable again) {
            return away(again);
        }
    }

    /** How a submission ended; what could not be asked is thrown as such. */
    static Submission answer(CompletableFuture<Submission> outcome) {
        try {
            return outcome.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof LedgerUnavailable unavailable) {
                throw unavailable;
            }
            if (e.getCause() instanceof TimeoutException) {
                throw LedgerUnavailable.nothingTaken(
                        Stage.COMMITTED, "the ledger gives no answer; it is asked again later");
            }
            throw e;
        }
    }

    private static Submission away(LedgerUnavailable unavailable) {
        return new Submission.Refused(UNAVAILABLE, 0, unavailable.getMessage());
    }

    static Wanted settlement(Attempt attempt, Settlement settlement) {
        Proposal signed = attempt.running().signedFor(attempt.work().period());
        Statement statement = settlement.statement();
        String text = new String(settlement.canonicalJson(), StandardCharsets.UTF_8);
        Hash hash = Hash.of(text);
        CommitSettlement payload = new CommitSettlement(
                signed.agreement(),
                signed.version(),
                statement.period(),
                statement.from(),
                statement.to(),
                0,
                text,
                hash,
                new Hash(statement.evidenceDigest()),
                statement.asOfBlock(),
                signed.compiledHash(),
                statement.engineVersion(),
                Summaries.of(statement, attempt.work().agreement()));
        return new Wanted(
                attempt,
                payload,
                new RequestKey("settlement-" + Hash.of(payload.agreement() + "/" + payload.version() + "/" + hash)));
    }

    static Wanted hold(Attempt attempt, List<HoldReason> reasons, long asOfBlock) {
        Proposal signed = attempt.running().signedFor(attempt.work().period());
        SettlementPeriod period = attempt.work().period();
        HoldSettlement payload = new HoldSettlement(
                signed.agreement(), signed.version(), period.name(), period.from(), period.to(), reasons, asOfBlock);
        return new Wanted(attempt, payload, new RequestKey("hold-" + Hash.of(CanonicalJson.write(payload))));
    }
}
