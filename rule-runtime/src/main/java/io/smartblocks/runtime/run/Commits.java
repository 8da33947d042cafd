package io.smartblocks.runtime.run;

import io.smartblocks.ledger.identity.Signer;
import io.smartblocks.ledger.port.Batch;
import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.port.LedgerUnavailable;
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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** Signs what a sweep found and commits it, many settlements to a batch. */
final class Commits {

    private static final int BATCH = 100;
    static final Duration PATIENCE = Duration.ofMinutes(1);
    static final String UNAVAILABLE = "ledger-unavailable";

    /** It may stand in a block or come into one yet; the ledger's key tells the next sweep. */
    static final String UNKNOWN = "outcome-unknown";

    private final Ledger ledger;
    private final Clock clock;
    private final Duration patience;
    private final AtomicInteger proposed = new AtomicInteger();

    /** With how long to wait for the ledger's answer. */
    Commits(Ledger ledger, Clock clock, Duration patience) {
        this.ledger = ledger;
        this.clock = clock;
        this.patience = patience;
    }

    /** What is to be committed for one attempt. */
    record Wanted(Attempt attempt, Payload payload, RequestKey key) {}

    /** How many stand before the ledger, signed and not yet answered. */
    int proposed() {
        return proposed.get();
    }

    /** Commits all; a batch that is refused is tried again one by one, so that one culprit stops nobody else. */
    Map<Attempt, Submission> commit(List<Wanted> wanted) {
        proposed.addAndGet(wanted.size());
        try {
            return ended(wanted);
        } finally {
            proposed.addAndGet(-wanted.size());
        }
    }

    private Map<Attempt, Submission> ended(List<Wanted> wanted) {
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
                    && !isAway(refused)
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
        Batch batch = Batch.signed(bodies, signer);
        try {
            return new Sent(wanted, batch, ledger.submit(batch));
        } catch (LedgerUnavailable e) {
            return new Sent(wanted, batch, CompletableFuture.failedFuture(e));
        }
    }

    /** Whether the ledger gave no verdict: it is away, or did not answer. */
    static boolean isAway(Submission.Refused refused) {
        return refused.code().equals(UNAVAILABLE) || refused.code().equals(UNKNOWN);
    }

    /** How it ended; where a ledger does not answer in time nobody knows, and the next sweep asks again. */
    private Submission end(Sent sent) {
        try {
            return answer(within(patience, sent.outcome()));
        } catch (LedgerUnavailable broke) {
            return broke.outcomeUnknown() ? resolved(sent.batch()) : away(broke);
        } catch (NoAnswer late) {
            return unknown(patience);
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
                    : answer(within(patience, ledger.submit(batch)));
        } catch (LedgerUnavailable again) {
            return again.outcomeUnknown() ? new Submission.Refused(UNKNOWN, 0, again.getMessage()) : away(again);
        } catch (NoAnswer late) {
            return unknown(patience);
        }
    }

    static CompletableFuture<Submission> within(Duration patience, CompletableFuture<Submission> outcome) {
        return outcome.copy().orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static Submission unknown(Duration patience) {
        return new Submission.Refused(UNKNOWN, 0, noAnswer(patience));
    }

    static String noAnswer(Duration patience) {
        return "the ledger did not answer within " + patience.toSeconds()
                + " s, so it is unknown whether it took this; the next sweep finds out by the ledger's key";
    }

    /** The ledger did not answer in time. */
    static final class NoAnswer extends RuntimeException {
        private static final long serialVersionUID = 1L;
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
                throw new NoAnswer();
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
        byte[] written = settlement.canonicalJson();
        Hash hash = Hash.of(written);
        CommitSettlement payload = new CommitSettlement(
                signed.agreement(),
                signed.version(),
                attempt.name(),
                statement.from(),
                statement.to(),
                attempt.revision(),
                new String(written, StandardCharsets.UTF_8),
                hash,
                new Hash(statement.evidenceDigest()),
                statement.asOfBlock(),
                signed.compiledHash(),
                statement.engineVersion(),
                Summaries.of(statement, attempt.work().agreement()),
                attempt.running().amendmentsWithin(attempt.work().period()));
        return new Wanted(
                attempt,
                payload,
                new RequestKey("settlement-" + Hash.of(payload.agreement() + "/" + payload.version() + "/" + hash)));
    }

    static Wanted hold(Attempt attempt, List<HoldReason> reasons, long asOfBlock) {
        Proposal signed = attempt.running().signedFor(attempt.work().period());
        SettlementPeriod period = attempt.work().period();
        HoldSettlement payload = new HoldSettlement(
                signed.agreement(),
                signed.version(),
                period.name(),
                period.from(),
                period.to(),
                reasons,
                asOfBlock,
                attempt.revision());
        return new Wanted(attempt, payload, new RequestKey("hold-" + Hash.of(CanonicalJson.write(payload))));
    }
}
