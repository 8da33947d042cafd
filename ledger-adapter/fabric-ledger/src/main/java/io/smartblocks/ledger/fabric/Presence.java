package io.smartblocks.ledger.fabric;

import io.smartblocks.ledger.fabric.block.FabricBlock;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.hyperledger.fabric.client.GatewayException;

/** Knows whether peers answer, and whether all that they hold was seen; while either is in doubt it asks, every second. */
final class Presence implements AutoCloseable {

    private static final long EVERY_MILLIS = 1_000;

    private final Peers peers;
    private final Chain chain;
    private final Follower follower;
    private final ScheduledExecutorService rounds = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "smartblocks-fabric-presence");
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean met;
    private volatile boolean caughtUp;
    private volatile String away = "no peer was asked yet";

    Presence(Peers peers, Chain chain, Follower follower) {
        this.peers = peers;
        this.chain = chain;
        this.follower = follower;
    }

    /**
     * Asks any peer how many blocks it holds, and at first whether they are those that were seen before.
     *
     * @return how many
     * @throws OtherChannel when it tells another chain
     */
    long greet() throws GatewayException {
        long height = peers.anyone(peers::height);
        long seen = chain.seenHeight();
        if (!met && seen > 0 && height >= seen) {
            chain.requireKnown(FabricBlock.read(peers.block(seen - 1)));
        }
        met = met || height >= seen;
        caughtUp = caughtUp || met && seen >= height;
        if (met && seen >= height) {
            follower.atEase();
        }
        return height;
    }

    /** From now on it asks by itself where need be. */
    void start() {
        rounds.scheduleWithFixedDelay(this::round, 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void round() {
        if (caughtUp && follower.trouble().isEmpty()) {
            return;
        }
        try {
            greet();
        } catch (GatewayException failed) {
            away = Failures.text(failed);
        } catch (RuntimeException wrong) {
            away = String.valueOf(wrong.getMessage());
        }
    }

    /** Whether all was seen at least once that a peer held. */
    boolean caughtUp() {
        return caughtUp;
    }

    /** Why the ledger takes nothing now, if so. */
    Optional<String> trouble() {
        return caughtUp
                ? follower.trouble()
                : Optional.of("the channel was not read to its end yet since this ledger was opened: "
                        + (met ? "it is being read" : away));
    }

    @Override
    public void close() {
        rounds.shutdownNow();
        try {
            rounds.awaitTermination(EVERY_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
