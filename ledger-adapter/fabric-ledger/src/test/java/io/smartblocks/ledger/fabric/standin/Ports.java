package io.smartblocks.ledger.fabric.standin;

import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Ports that stay free while a node is down: below those that systems give to outgoing connections. */
public final class Ports {

    private static final int FIRST = 20_000;
    private static final int BEHIND_LAST = 32_000;
    private static final int MOST_TRIES = 1_000;

    private Ports() {}

    /** A port of this machine on which nobody listens. */
    public static int free() {
        for (int i = 0; i < MOST_TRIES; i++) {
            int port = ThreadLocalRandom.current().nextInt(FIRST, BEHIND_LAST);
            if (isFree(port)) {
                return port;
            }
        }
        throw new IllegalStateException("no port from " + FIRST + " to " + BEHIND_LAST + " is free");
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port)) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    /** Something that listens, which may have to wait until the one before it has let go of the port. */
    interface Listening<T> {
        T start() throws IOException;
    }

    /** Starts it, and again while the port is taken. */
    static <T> T listen(Listening<T> listening) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (true) {
            try {
                return listening.start();
            } catch (IOException taken) {
                if (System.nanoTime() > deadline) {
                    throw taken;
                }
                Thread.sleep(50);
            }
        }
    }
}
