package io.smartblocks.ledger.fabric;

import io.smartblocks.ledger.fabric.block.FabricBlock;
import io.smartblocks.ledger.fabric.block.MalformedBlock;
import java.util.Optional;
import org.hyperledger.fabric.client.CloseableIterator;
import org.hyperledger.fabric.client.GatewayRuntimeException;
import org.hyperledger.fabric.protos.common.Block;
import org.jspecify.annotations.Nullable;

/** Takes block after block from a peer, in a thread of its own, and from another one when the stream breaks. */
final class Follower implements AutoCloseable {

    private static final long SHORTEST_PAUSE = 100_000_000L;

    private final Peers peers;
    private final Chain chain;
    private final Thread thread = new Thread(this::follow, "smartblocks-fabric-blocks");
    private volatile boolean closed;
    private volatile Optional<String> trouble = Optional.empty();
    private @Nullable CloseableIterator<Block> open;

    Follower(Peers peers, Chain chain) {
        this.peers = peers;
        this.chain = chain;
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Why no blocks come now, if so. */
    Optional<String> trouble() {
        return trouble;
    }

    /** A peer answers again, and holds no more than was seen. */
    void atEase() {
        trouble = Optional.empty();
    }

    private void follow() {
        long pause = SHORTEST_PAUSE;
        while (!closed) {
            PeerConnection peer = peers.chosen();
            long before = chain.seenHeight();
            try (CloseableIterator<Block> blocks = peer.network()
                    .newBlockEventsRequest()
                    .startBlock(before)
                    .build()
                    .getEvents()) {
                open(blocks);
                while (!closed && peer == peers.chosen() && blocks.hasNext()) {
                    chain.take(FabricBlock.read(blocks.next().toByteArray()));
                    peer.holds(chain.seenHeight());
                    trouble = Optional.empty();
                }
            } catch (GatewayRuntimeException broken) {
                tell(peer, "breaks off: " + broken.getStatus());
            } catch (MalformedBlock | OtherChannel | IllegalStateException wrong) {
                tell(peer, "cannot be taken: " + wrong.getMessage());
            } catch (RuntimeException unforeseen) {
                tell(peer, "cannot be taken: " + unforeseen);
            }
            if (!closed && peer == peers.chosen()) {
                peers.leave(peer);
            }
            pause = chain.seenHeight() > before ? SHORTEST_PAUSE : Peers.pause(pause);
        }
    }

    private void tell(PeerConnection peer, String what) {
        if (!closed) {
            trouble = Optional.of("the stream of blocks from peer " + peer.address() + " " + what);
        }
    }

    private synchronized void open(CloseableIterator<Block> blocks) {
        open = blocks;
        if (closed) {
            blocks.close();
        }
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            if (open != null) {
                open.close();
            }
        }
        java.util.concurrent.locks.LockSupport.unpark(thread);
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
