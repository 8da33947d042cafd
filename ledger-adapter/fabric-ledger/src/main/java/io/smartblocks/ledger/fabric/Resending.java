package io.smartblocks.ledger.fabric;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.hyperledger.fabric.client.GatewayException;

/** Submits again, as it was signed, what no block holds yet; and lets go of what one does. */
final class Resending implements AutoCloseable {

    private static final int ROUNDS_IN_TIME = 4;

    private final SentBox box;
    private final Chain chain;
    private final Peers peers;
    private final Patience patience;
    private final ScheduledExecutorService rounds = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "smartblocks-fabric-resending");
        thread.setDaemon(true);
        return thread;
    });

    Resending(SentBox box, Chain chain, Peers peers, Patience patience) {
        this.box = box;
        this.chain = chain;
        this.peers = peers;
        this.patience = patience;
    }

    void start() {
        long every = Math.max(1, patience.resending().toMillis() / ROUNDS_IN_TIME);
        rounds.scheduleWithFixedDelay(this::round, 0, every, TimeUnit.MILLISECONDS);
    }

    private void round() {
        box.ids().stream().filter(chain::knows).forEach(box::remove);
        for (SentBox.Sent each : box.due(patience.resending().toNanos())) {
            if (chain.knows(each.id())) {
                box.remove(each.id());
            } else {
                again(each);
            }
        }
    }

    private void again(SentBox.Sent sent) {
        PeerConnection peer = peers.chosen();
        try {
            peers.once(
                    peer,
                    each -> each.gateway()
                            .newTransaction(sent.bytes())
                            .submitAsync()
                            .getTransactionId());
        } catch (GatewayException later) {
            if (Failures.ofPeer(later.getStatus())) {
                peers.leave(peer);
            }
        } catch (RuntimeException closing) {
            // the next round, or the next opening, tries again
        }
    }

    @Override
    public void close() {
        rounds.shutdownNow();
        try {
            rounds.awaitTermination(patience.call().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
