package io.smartblocks.ledger.fabric.standin;

import io.smartblocks.ledger.chaincode.FamiliesServer;
import io.smartblocks.ledger.chaincode.ServerSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.util.Optional;

/** The chaincode server of one organisation: the real one, in this process. */
final class ChaincodeNode {

    private final InetSocketAddress address = freePort();
    private FamiliesServer server;

    private static InetSocketAddress freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return new InetSocketAddress(InetAddress.getLoopbackAddress(), socket.getLocalPort());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    String address() {
        return "127.0.0.1:" + address.getPort();
    }

    void start() {
        try {
            FamiliesServer next = FamiliesServer.of(
                    new ServerSettings("smartblocks:" + "0".repeat(64), address, Optional.empty()), Clock.systemUTC());
            Thread runner = new Thread(() -> run(next), "standin-chaincode");
            runner.setDaemon(true);
            runner.start();
            server = next;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void run(FamiliesServer server) {
        try {
            server.run();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    void kill() {
        server.close();
    }
}
