package io.smartblocks.ledger.fabric.standin;

import io.smartblocks.ledger.chaincode.FamiliesServer;
import io.smartblocks.ledger.chaincode.ServerSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.Optional;

/** The chaincode server of one organisation: the real one, in this process. */
final class ChaincodeNode {

    private final InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), Ports.free());
    private FamiliesServer server;
    private int life;

    String address() {
        return "127.0.0.1:" + address.getPort();
    }

    synchronized void start() {
        int now = ++life;
        Thread runner = new Thread(() -> run(now), "standin-chaincode");
        runner.setDaemon(true);
        runner.start();
    }

    private FamiliesServer made() {
        try {
            return FamiliesServer.of(
                    new ServerSettings("smartblocks:" + "0".repeat(64), address, Optional.empty()), Clock.systemUTC());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    // the one before may not have let go of the port yet
    private void run(int now) {
        try {
            Ports.listen(() -> listened(now));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean listened(int now) throws IOException {
        FamiliesServer running;
        synchronized (this) {
            if (life != now) {
                return false;
            }
            running = made();
            server = running;
        }
        try {
            running.run();
        } catch (IllegalStateException closedBefore) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return true;
    }

    synchronized void kill() {
        life++;
        if (server != null) {
            server.close();
        }
    }
}
