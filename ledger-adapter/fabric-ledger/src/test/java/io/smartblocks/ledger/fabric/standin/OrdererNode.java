package io.smartblocks.ledger.fabric.standin;

import com.google.protobuf.ByteString;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.hyperledger.fabric.protos.common.Block;

/** The one orderer: takes envelopes in their order and cuts blocks of them, by number or when time is up. */
final class OrdererNode {

    private static final int IN_A_BLOCK = 10;
    static final int MOST_BYTES = 10 << 20;

    private final Credentials credentials;
    private final List<Block> chain = new ArrayList<>();
    private final List<ByteString> waiting = new ArrayList<>();
    private int mostBytes = MOST_BYTES;
    private Duration timeout = Duration.ofMillis(20);
    private long waitingSince;
    private boolean up = true;
    private boolean over;
    private int toLose;
    private long turnedAway;

    OrdererNode(Credentials credentials, Block first) {
        this.credentials = credentials;
        chain.add(first);
        Thread cutter = new Thread(this::cut, "standin-orderer");
        cutter.setDaemon(true);
        cutter.start();
    }

    /** The orderer does not take it. */
    static final class NotTaken extends Exception {
        private static final long serialVersionUID = 1L;

        NotTaken(String why) {
            super(why);
        }
    }

    /** Takes an envelope; from here on it is acknowledged. */
    synchronized void broadcast(ByteString envelope) throws NotTaken {
        if (!up) {
            turnedAway++;
            notifyAll();
            throw new NotTaken("");
        }
        if (envelope.size() > mostBytes) {
            throw new NotTaken(
                    "received unsuccessful response from orderer: status=BAD_REQUEST, info=message payload is "
                            + envelope.size() + " bytes and exceeds maximum allowed " + mostBytes + " bytes");
        }
        if (toLose > 0) {
            toLose--;
            return;
        }
        if (waiting.isEmpty()) {
            waitingSince = System.nanoTime();
        }
        waiting.add(envelope);
        notifyAll();
    }

    private synchronized void cut() {
        try {
            while (!over) {
                long left = timeout.toNanos() - (System.nanoTime() - waitingSince);
                if (waiting.isEmpty() || !up) {
                    wait();
                } else if (waiting.size() < IN_A_BLOCK && left > 0) {
                    wait(left / 1_000_000, (int) (left % 1_000_000));
                } else {
                    List<ByteString> some = waiting.subList(0, Math.min(IN_A_BLOCK, waiting.size()));
                    chain.add(Blocks.next(chain.get(chain.size() - 1), List.copyOf(some), credentials));
                    some.clear();
                    notifyAll();
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** The block with the number once it is there; none when it does not come in time. */
    synchronized Block block(int number, Duration atMost) throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (number >= chain.size() || !up) {
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return null;
            }
            wait(left);
        }
        return chain.get(number);
    }

    synchronized int height() {
        return chain.size();
    }

    /** Acknowledges so many more envelopes and forgets them. */
    synchronized void lose(int envelopes) {
        toLose = envelopes;
    }

    /** Takes envelopes of so many bytes at most. */
    synchronized void takeAtMost(int bytes) {
        mostBytes = bytes;
    }

    /** How long it waits for more, from now on and for what waits already. */
    synchronized void cutAfter(Duration time) {
        timeout = time;
        notifyAll();
    }

    /** Waits until so many envelopes more than that were turned away. */
    synchronized void awaitTurnedAway(long more) throws InterruptedException {
        long all = turnedAway + more;
        while (turnedAway < all) {
            wait();
        }
    }

    /** What was acknowledged and is not in a block yet is lost. */
    synchronized void kill() {
        up = false;
        waiting.clear();
    }

    synchronized void restart() {
        up = true;
        notifyAll();
    }

    synchronized void stop() {
        over = true;
        notifyAll();
    }
}
