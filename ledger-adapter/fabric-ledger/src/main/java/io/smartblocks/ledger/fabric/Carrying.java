package io.smartblocks.ledger.fabric;

import io.smartblocks.ledger.family.RefusalCode;
import io.smartblocks.ledger.peer.Answer;
import io.smartblocks.ledger.peer.Functions;
import io.smartblocks.ledger.peer.PeerLimits;
import io.smartblocks.ledger.port.Batch;
import io.smartblocks.ledger.port.LedgerUnavailable;
import io.smartblocks.ledger.port.Stage;
import io.smartblocks.ledger.port.StageListener;
import io.smartblocks.ledger.port.Submission;
import io.smartblocks.ledger.port.Underway;
import io.smartblocks.ledger.transaction.Transaction;
import io.smartblocks.ledger.transaction.TransactionId;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.hyperledger.fabric.client.GatewayException;

/** Brings one batch through its stages: endorsed by the peers, handed to the orderers, seen in a block. */
final class Carrying {

    private static final int MOST_ATTEMPTS = 20;
    private static final long LONGEST_STEP_ASIDE = 20_000_000L;
    private static final long SHORTEST_PAUSE = 50_000_000L;
    private static final Set<String> OVERTAKEN = Set.of("MVCC_READ_CONFLICT", "PHANTOM_READ_CONFLICT");

    private final Peers peers;
    private final Chain chain;
    private final Verdicts verdicts;
    private final Places places;
    private final SentBox box;
    private final Patience patience;

    Carrying(Peers peers, Chain chain, Verdicts verdicts, Places places, SentBox box, Patience patience) {
        this.peers = peers;
        this.chain = chain;
        this.verdicts = verdicts;
        this.places = places;
        this.box = box;
        this.patience = patience;
    }

    private record Endorsed(PeerConnection peer, org.hyperledger.fabric.client.Transaction transaction) {}

    /** Tells the submitter what becomes of the batch. */
    void carry(Batch batch, Underway underway) {
        try {
            underway.ended(carried(batch, underway));
        } catch (LedgerUnavailable unavailable) {
            underway.broke(unavailable);
        } catch (RuntimeException | Error fault) {
            underway.broke(LedgerUnavailable.outcomeUnknown(
                    Stage.COMMITTED, "the batch could not be carried: " + fault, fault));
        }
    }

    private Submission carried(Batch batch, Underway underway) {
        String text = batch.json();
        int size = text.getBytes(StandardCharsets.UTF_8).length;
        if (size > PeerLimits.MOST_BYTES) {
            return tooLarge("the batch has " + size + " bytes; expected at most " + PeerLimits.MOST_BYTES);
        }
        underway.reached(Stage.PROPOSED);
        for (int attempt = 1; ; attempt++) {
            Endorsed endorsed = endorsed(Functions.SUBMIT, text, Long.toString(chain.height()));
            Answer answer = Messages.read(Answer.class, endorsed.transaction().getResult());
            if (answer instanceof Answer.Refused refused) {
                return new Submission.Refused(refused.code(), refused.transaction(), refused.message());
            }
            if (answer instanceof Answer.Repeated repeated) {
                return before(repeated);
            }
            underway.reached(Stage.ENDORSED);
            Verdict verdict = ordered(endorsed, underway);
            if (verdict.valid()) {
                return new Submission.Committed(
                        chain.numbering().port(verdict.block()),
                        batch.transactions().stream().map(Transaction::id).toList());
            }
            overtaken(verdict, attempt);
        }
    }

    /** Steps aside where another was faster: those who ran into each other do not set out again together. */
    private static void overtaken(Verdict verdict, int attempt) {
        if (!OVERTAKEN.contains(verdict.validation()) || attempt == MOST_ATTEMPTS) {
            throw LedgerUnavailable.nothingTaken(
                    Stage.COMMITTED,
                    "the peers found the transaction invalid (" + verdict.validation() + ", block " + verdict.block()
                            + ")" + (attempt > 1 ? " in " + attempt + " attempts" : ""));
        }
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(1, LONGEST_STEP_ASIDE * attempt));
    }

    private static Submission tooLarge(String why) {
        return new Submission.Refused(RefusalCode.BATCH_TOO_LARGE.code(), 0, why + "; divide it into several");
    }

    private Endorsed endorsed(String function, String... arguments) {
        long deadline = System.nanoTime() + patience.endorsing().toNanos();
        long pause = SHORTEST_PAUSE;
        while (true) {
            PeerConnection peer = peers.chosen();
            try {
                return peers.once(peer, each -> endorsed(each, function, arguments));
            } catch (GatewayException failed) {
                if (!Failures.passing(failed) || Peers.over(deadline)) {
                    throw LedgerUnavailable.nothingTaken(
                            Stage.ENDORSED, "the peers do not endorse: " + Failures.text(failed), failed);
                }
                if (Failures.ofPeer(failed.getStatus())) {
                    peers.leave(peer);
                }
            }
            pause = Peers.pause(pause);
        }
    }

    private static Endorsed endorsed(PeerConnection peer, String function, String... arguments)
            throws GatewayException {
        return new Endorsed(
                peer,
                peer.contract()
                        .newProposal(function)
                        .addArguments(arguments)
                        .build()
                        .endorse());
    }

    /** Has what a function writes written; says in which block of the channel it stands. */
    long written(String function, String argument) {
        for (int attempt = 1; ; attempt++) {
            Verdict verdict = ordered(endorsed(function, argument), Underway.toBeTold(StageListener.NONE));
            if (verdict.valid()) {
                return verdict.block();
            }
            overtaken(verdict, attempt);
        }
    }

    private Submission before(Answer.Repeated repeated) {
        List<TransactionId> ids =
                repeated.transactions().stream().map(TransactionId::of).toList();
        return new Submission.Committed(places.of(repeated), ids);
    }

    private Verdict ordered(Endorsed endorsed, Underway underway) {
        var transaction = endorsed.transaction();
        String id = transaction.getTransactionId();
        byte[] bytes = signed(endorsed);
        keep(id, bytes);
        CompletableFuture<Verdict> verdict = chain.verdict(id);
        try {
            submit(id, bytes);
        } catch (RuntimeException failed) {
            verdict.cancel(false);
            throw failed;
        }
        underway.reached(Stage.SUBMITTED);
        Verdict found = verdicts.of(id, verdict);
        box.remove(id);
        return found;
    }

    private void keep(String id, byte[] bytes) {
        try {
            box.put(id, bytes);
        } catch (UncheckedIOException full) {
            throw LedgerUnavailable.nothingTaken(
                    Stage.SUBMITTED, "nothing is submitted that cannot be kept: " + full.getMessage(), full);
        }
    }

    private byte[] signed(Endorsed endorsed) {
        return endorsed.peer().signed(endorsed.transaction()).getBytes();
    }

    private void submit(String id, byte[] bytes) {
        long deadline = System.nanoTime() + patience.committing().toNanos();
        long pause = SHORTEST_PAUSE;
        while (true) {
            PeerConnection peer = peers.chosen();
            try {
                peers.once(
                        peer,
                        each -> each.gateway()
                                .newTransaction(bytes)
                                .submitAsync()
                                .getTransactionId());
                return;
            } catch (GatewayException failed) {
                if (Failures.tooLarge(failed)) {
                    box.remove(id);
                    throw LedgerUnavailable.nothingTaken(
                            Stage.SUBMITTED,
                            "the orderers take nothing so large, divide it into several batches: "
                                    + Failures.text(failed),
                            failed);
                }
                if (chain.knows(id)) {
                    return;
                }
                if (Peers.over(deadline)) {
                    throw LedgerUnavailable.outcomeUnknown(
                            Stage.SUBMITTED,
                            "the orderers did not acknowledge it, and it is submitted again: " + Failures.text(failed),
                            failed);
                }
                if (Failures.ofPeer(failed.getStatus())) {
                    peers.leave(peer);
                }
            }
            pause = Peers.pause(pause);
        }
    }
}
