package io.smartblocks.ledger.fabric;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.fabric.TrialNetwork.Said;
import io.smartblocks.ledger.fabric.standin.Ports;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the script {@code network} asks of Fabric's binaries, in which order, and what it says when something is wrong. */
@Timeout(600)
class NetworkScriptTests {

    private static final List<String> BINARIES = List.of("peer", "orderer", "configtxgen", "cryptogen", "osnadmin");

    @TempDir
    private Path directory;

    private Path data;
    private int port;
    private TrialNetwork script;

    @BeforeEach
    void prepare() throws IOException {
        data = directory.resolve("data");
        port = Ports.free();
        for (String binary : BINARIES) {
            stand(binary);
        }
        Path java = directory.resolve("java/bin");
        Files.createDirectories(java);
        Files.createSymbolicLink(java.resolve("java"), stand("java"));
        Files.writeString(directory.resolve("chaincode.jar"), "");
        Files.writeString(directory.resolve("asked"), "");
        script = new TrialNetwork(Map.of(
                "FABRIC_BIN", directory.resolve("bin").toString(),
                "FABRIC_DATA", data.toString(),
                "FABRIC_PORT", Integer.toString(port),
                "FABRIC_PATIENCE", "240",
                "CHAINCODE_JAR", directory.resolve("chaincode.jar").toString(),
                "JAVA_HOME", directory.resolve("java").toString(),
                "RECORD", directory.resolve("asked").toString(),
                "REAL_JAVA",
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "LISTENER_CLASSES",
                        Path.of("target/test-classes").toAbsolutePath().toString()));
    }

    private Path stand(String binary) throws IOException {
        Path file = directory.resolve("bin").resolve(binary);
        Files.createDirectories(file.getParent());
        Files.copy(Path.of("src/test/resources/network/record.sh"), file);
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file;
    }

    @AfterEach
    void stop() throws IOException, InterruptedException {
        script.must("down");
    }

    @Test
    void it_makes_a_network_says_how_it_is_stops_it_and_goes_on_with_what_it_kept() throws Exception {
        Said up = script.call("up");
        assertThat(up.code()).as(up.text()).isZero();
        assertThat(up.text()).contains("both organisations endorse {\"rules\":\"test\"}", "esco.properties");
        assertThat(Files.readString(directory.resolve("asked")))
                .containsSubsequence(
                        "cryptogen generate",
                        "configtxgen -configPath DATA/config/channel -profile Energy -channelID energy",
                        "osnadmin channel join --channelID energy --config-block DATA/channel.block",
                        "peer channel join --blockpath DATA/channel.block",
                        "peer channel join --blockpath DATA/channel.block",
                        "peer lifecycle chaincode install DATA/esco-package.tar.gz",
                        "peer lifecycle chaincode install DATA/owner-package.tar.gz",
                        "peer lifecycle chaincode approveformyorg",
                        "peer lifecycle chaincode approveformyorg",
                        "peer lifecycle chaincode commit",
                        "peer chaincode query --channelID energy --name smartblocks --ctor {\"Args\":[\"ready\"]}");
        assertThat(data.resolve("owner.properties"))
                .content()
                .startsWith("channel = energy\nchaincode = smartblocks\nmsp = OwnerMSP\n")
                .contains("peer.1.address = 127.0.0.1:" + (port + 20), "peer.2.address = 127.0.0.1:" + (port + 10));

        Said status = script.call("status");
        assertThat(status.code()).as(status.text()).isZero();
        assertThat(status.text())
                .contains("orderer: runs", "esco-chaincode: runs", "owner-peer: runs", "esco: height 4", "both");
        assertThat(script.call("up"))
                .isEqualTo(new Said(1, "network: it is up already, in " + data + "; 'network status' tells more\n"));
        assertThat(script.call("clean").text()).contains("stop it by 'network down' first");

        assertThat(script.call("down").text()).startsWith("Stopped: orderer esco-chaincode owner-chaincode");
        assertThat(script.call("status").code()).isEqualTo(1);
        forget();
        script.must("up");
        assertThat(asked()).noneMatch(call -> call.contains("generate") || call.contains("lifecycle"));

        script.must("kill", "orderer");
        assertThat(script.call("status").text()).contains("orderer: stopped", "esco-peer: runs");
        assertThat(script.call("up").text()).contains("it is up in part", "'network down' stops it");
        script.must("start", "orderer");
        script.must("status");

        script.must("down");
        script.must("clean");
        assertThat(data).doesNotExist();
    }

    @Test
    void all_of_it_listens_on_this_machine_only_and_nothing_is_left_to_fill_in() throws Exception {
        script.must("up");
        for (String file :
                List.of("orderer/orderer.yaml", "esco/core.yaml", "owner/core.yaml", "channel/configtx.yaml")) {
            String text = Files.readString(data.resolve("config").resolve(file));
            assertThat(text).as(file).doesNotContain("0.0.0.0").doesNotContainPattern("@[A-Z_]+@");
            assertThat(text.lines().filter(line -> line.contains("istenAddress:")))
                    .as(file)
                    .allMatch(line -> line.contains("127.0.0.1"));
        }
    }

    @Test
    void a_step_that_fails_is_told_with_its_words_and_nothing_goes_on_running() throws Exception {
        Files.writeString(directory.resolve("bin/peer.fails"), "lifecycle chaincode commit");
        Said up = script.call("up");
        assertThat(up.code()).isEqualTo(1);
        assertThat(up.text()).contains("lifecycle chaincode commit", "peer refuses, as the test wants");
        assertThat(script.call("down").text()).startsWith("Nothing runs");

        assertThat(script.call("up").text()).contains("an earlier 'network up' did not finish", "'network clean'");
        script.must("clean");
    }

    @Test
    void what_is_missing_or_wrong_is_said_before_anything_is_made() throws Exception {
        refused(Map.of("FABRIC_BIN", ""), "FABRIC_BIN is not set");
        refused(Map.of("CHAINCODE_JAR", "/nowhere.jar"), "the chaincode server '/nowhere.jar' is not there");
        refused(Map.of("FABRIC_PORT", "80"), "FABRIC_PORT is '80'; expected a port from 1024 to 65500");
        refused(Map.of("FABRIC_CHANNEL", "Energy"), "FABRIC_CHANNEL is 'Energy'");
        refused(Map.of("FABRIC_DATA", "data"), "FABRIC_DATA is 'data'; expected an absolute path");
        refused(Map.of("JAVA_HOME", "/nowhere"), "there is no Java");
        refused(Map.of("FABRIC_DATA", directory.toString()), "which holds something else");
        Files.delete(directory.resolve("bin/osnadmin"));
        refused(Map.of(), "which lacks: osnadmin");
        assertThat(asked()).isEmpty();
    }

    @Test
    void a_taken_port_is_named() throws Exception {
        try (ServerSocket other = new ServerSocket(port + 10, 1, InetAddress.getLoopbackAddress())) {
            assertThat(other.isBound()).isTrue();
            refused(Map.of(), "these ports are taken: " + (port + 10) + " (esco-peer)");
        }
    }

    @Test
    void other_words_are_answered_with_the_use() throws Exception {
        assertThat(script.call("start"))
                .satisfies(said -> assertThat(said.code()).isEqualTo(2));
        assertThat(script.call("kill", "everything").text()).contains("'everything' is no process");
        assertThat(script.call("--help").text()).startsWith("network up ");
    }

    private void refused(Map<String, String> settings, String message) throws Exception {
        Said said = script.call(settings, "up");
        assertThat(said.text()).contains(message);
        assertThat(said.code()).isEqualTo(2);
        assertThat(data).doesNotExist();
    }

    private List<String> asked() throws IOException {
        return Files.readAllLines(directory.resolve("asked"));
    }

    private void forget() throws IOException {
        Files.writeString(directory.resolve("asked"), "");
    }
}
