package io.smartblocks.ledger.chaincode;

import static io.smartblocks.ledger.port.Campus.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.Grpc;
import io.grpc.ManagedChannel;
import io.grpc.TlsChannelCredentials;
import io.smartblocks.ledger.peer.Answer;
import io.smartblocks.ledger.peer.Functions;
import io.smartblocks.ledger.peer.Ready;
import io.smartblocks.ledger.port.Batch;
import io.smartblocks.ledger.port.Campus;
import io.smartblocks.ledger.port.MovableClock;
import io.smartblocks.ledger.transaction.CanonicalJson;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.hyperledger.fabric.protos.peer.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The server as a peer of Fabric meets it, over TLS. */
@Timeout(120)
class FamiliesServerTests {

    private static final String PACKAGE = "smartblocks:" + "a".repeat(64);

    @TempDir
    Path directory;

    @Test
    void a_peer_is_answered_over_tls() throws Exception {
        OwnCertificate own = OwnCertificate.in(directory);
        serve(own, Optional.empty(), port -> talk(port, trusting(own)));
    }

    @Test
    void where_peers_are_to_show_their_certificate_others_are_turned_away() throws Exception {
        OwnCertificate own = OwnCertificate.in(Files.createDirectory(directory.resolve("server")));
        OwnCertificate peer = OwnCertificate.in(Files.createDirectory(directory.resolve("peer")));
        serve(own, Optional.of(peer.certificate()), port -> {
            talk(port, trusting(own).keyManager(file(peer.certificate()), file(peer.key())));
            assertThatThrownBy(() -> talk(port, trusting(own)))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("UNAVAILABLE");
        });
    }

    private interface Trial {
        void with(int port) throws Exception;
    }

    private static void serve(OwnCertificate own, Optional<Path> clientCa, Trial trial) throws Exception {
        int port = freePort();
        ServerSettings settings = new ServerSettings(
                PACKAGE,
                new InetSocketAddress("localhost", port),
                Optional.of(new TlsFiles(own.key(), own.certificate(), clientCa)));
        try (FamiliesServer server = FamiliesServer.of(settings, new MovableClock(NOON))) {
            new Thread(() -> run(server)).start();
            trial.with(port);
        }
    }

    private static TlsChannelCredentials.Builder trusting(OwnCertificate own) throws IOException {
        return TlsChannelCredentials.newBuilder().trustManager(file(own.certificate()));
    }

    private static File file(Path path) {
        return path.toFile();
    }

    private static void talk(int port, TlsChannelCredentials.Builder credentials) throws Exception {
        ManagedChannel channel =
                Grpc.newChannelBuilder("localhost:" + port, credentials.build()).build();
        try {
            talk(channel);
        } finally {
            channel.shutdownNow().awaitTermination(10, TimeUnit.SECONDS);
        }
    }

    private static void talk(ManagedChannel channel) throws Exception {
        try (CallingPeer peer = greeted(channel)) {
            Response ready = peer.call(NOON, Functions.READY);
            assertThat(ready.getStatus()).as(ready.getMessage()).isEqualTo(200);
            assertThat(CanonicalJson.read(ready.getPayload().toStringUtf8(), Ready.class)
                            .rules())
                    .isNotBlank();

            String batch = Batch.of(Campus.founding(), Campus.operatorJoins()).json();
            Response founded = peer.call(NOON, Functions.SUBMIT, batch, "5");
            assertThat(CanonicalJson.read(founded.getPayload().toStringUtf8(), Answer.class))
                    .isEqualTo(new Answer.Taken(2));
            assertThat(peer.text("member/operator")).contains("Operator Ltd");

            Response late = peer.call(NOON.plusSeconds(301), Functions.SUBMIT, batch, "5");
            assertThat(late.getStatus()).isEqualTo(500);
            assertThat(late.getMessage()).contains("check the clocks of both machines");
        }
    }

    // the server takes a moment to listen
    private static CallingPeer greeted(ManagedChannel channel) throws Exception {
        for (int attempt = 0; ; attempt++) {
            CallingPeer peer = new CallingPeer(channel);
            try {
                assertThat(peer.greet()).isEqualTo(PACKAGE);
                return peer;
            } catch (AssertionError notYet) {
                if (attempt == 25) {
                    throw notYet;
                }
                Thread.sleep(200);
                channel.resetConnectBackoff();
            }
        }
    }

    private static void run(FamiliesServer server) {
        try {
            server.run();
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
