package io.smartblocks.ledger.fabric;

import io.smartblocks.ledger.port.LedgerUnavailable;
import io.smartblocks.ledger.port.Stage;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import org.hyperledger.fabric.client.GatewayException;
import org.hyperledger.fabric.protos.common.BlockchainInfo;

/** The peers of a profile: one is asked, and when it does not answer the next, by so many calls at once at most. */
final class Peers implements AutoCloseable {

    // a peer turns away what is more than 500 calls at once, of all its clients
    private static final int AT_ONCE = 200;
    private static final long SHORTEST_PAUSE = 50_000_000L;
    private static final long LONGEST_PAUSE = 2_000_000_000L;

    private final List<PeerConnection> all;
    private final String channel;
    private final Patience patience;
    private final Semaphore calls = new Semaphore(AT_ONCE);
    private volatile int chosen;

    Peers(Profile profile, Patience patience) {
        this.all = profile.peers().stream()
                .map(address -> new PeerConnection(address, profile, patience))
                .toList();
        this.channel = profile.channel();
        this.patience = patience;
    }

    /** Something to ask a peer. */
    interface Question<T> {
        T ask(PeerConnection peer) throws GatewayException;
    }

    /** The peer that is asked now. */
    PeerConnection chosen() {
        return all.get(chosen);
    }

    /** From now on another peer is asked, if it is still this one that is. */
    synchronized void leave(PeerConnection failed) {
        if (chosen() == failed) {
            chosen = (chosen + 1) % all.size();
        }
        all.forEach(PeerConnection::comeBack);
    }

    /** Asks the chosen peer, once. */
    <T> T once(PeerConnection peer, Question<T> question) throws GatewayException {
        calls.acquireUninterruptibly();
        try {
            return question.ask(peer);
        } finally {
            calls.release();
        }
    }

    /**
     * Asks a peer that holds so many blocks at least, and others as long as that fails by something passing.
     *
     * @throws GatewayException what no peer will answer
     */
    <T> T ask(long height, Question<T> question) throws GatewayException {
        long deadline = System.nanoTime() + patience.reading().toNanos();
        long pause = SHORTEST_PAUSE;
        while (true) {
            PeerConnection peer = chosen();
            try {
                if (peer.seen() >= height || height(peer) >= height) {
                    return once(peer, question);
                }
                if (over(deadline)) {
                    throw LedgerUnavailable.nothingTaken(
                            Stage.PROPOSED,
                            "peer " + peer.address() + " holds " + peer.seen() + " blocks; expected " + height);
                }
            } catch (GatewayException failed) {
                if (!Failures.passing(failed) || over(deadline)) {
                    throw failed;
                }
                // whatever it is that this one lacks, another may have
                leave(peer);
            }
            pause = pause(pause);
        }
    }

    /**
     * Asks each peer once, until one answers, which is the one that is asked from then on.
     *
     * @throws GatewayException what the last one said that said more than that it is away
     */
    <T> T anyone(Question<T> question) throws GatewayException {
        GatewayException said = null;
        for (int i = 0; i < all.size(); i++) {
            PeerConnection peer = chosen();
            try {
                return once(peer, question);
            } catch (GatewayException failed) {
                said = said == null || !Failures.away(failed) ? failed : said;
                leave(peer);
            }
        }
        throw Objects.requireNonNull(said);
    }

    /** Whether it is too late to try again: the time is up, or the thread that asks was told to stop. */
    static boolean over(long deadline) {
        return System.nanoTime() > deadline || Thread.currentThread().isInterrupted();
    }

    /** Waits a little, and longer from time to time; says how long to wait next. */
    static long pause(long nanos) {
        LockSupport.parkNanos(nanos);
        return Math.min(2 * nanos, LONGEST_PAUSE);
    }

    /** How many blocks the peer holds. */
    long height(PeerConnection peer) throws GatewayException {
        byte[] answer =
                once(peer, each -> each.network().getContract("qscc").evaluateTransaction("GetChainInfo", channel));
        long height =
                Messages.read(BlockchainInfo.parser(), answer, "chain info").getHeight();
        peer.holds(height);
        return height;
    }

    /** The bytes of a block that the channel holds. */
    byte[] block(long number) throws GatewayException {
        return ask(
                number + 1,
                peer -> peer.network()
                        .getContract("qscc")
                        .evaluateTransaction("GetBlockByNumber", channel, Long.toString(number)));
    }

    @Override
    public void close() {
        all.forEach(PeerConnection::close);
    }
}
