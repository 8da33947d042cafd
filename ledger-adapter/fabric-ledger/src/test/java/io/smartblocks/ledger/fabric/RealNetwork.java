package io.smartblocks.ledger.fabric;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.fabric.standin.Ports;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/** A network of Fabric's own binaries, which {@code FABRIC_BIN} tells; each one is new. */
public final class RealNetwork implements AutoCloseable {

    private final Path data;
    private final TrialNetwork script;

    private RealNetwork(Path directory) {
        this.data = directory.resolve("fabric");
        this.script = new TrialNetwork(Map.of(
                "FABRIC_BIN", System.getenv("FABRIC_BIN"),
                "FABRIC_DATA", data.toString(),
                "FABRIC_PORT", Integer.toString(Ports.free())));
    }

    /** Starts it, and returns when both organisations endorse. */
    public static RealNetwork start(Path directory) throws IOException, InterruptedException {
        RealNetwork network = new RealNetwork(directory);
        network.script.must("up");
        return network;
    }

    /** A ledger of a client of {@code esco} or {@code owner}. */
    public FabricLedger open(String organisation, Path directory) {
        return open(organisation, directory, Patience.USUAL);
    }

    FabricLedger open(String organisation, Path directory, Patience patience) {
        return FabricLedger.open(Profile.read(profile(organisation)), directory, Clock.systemUTC(), patience);
    }

    /** The file of an organisation's profile. */
    Path profile(String organisation) {
        return data.resolve(organisation + ".properties");
    }

    /** Where an organisation's keys lie. */
    Path keys(String organisation) {
        return data.resolve("crypto/peerOrganizations/" + organisation + ".example");
    }

    void kill(String process) throws IOException, InterruptedException {
        script.must("kill", process);
    }

    void start(String process) throws IOException, InterruptedException {
        script.must("start", process);
    }

    /** Starts a chaincode server from another file. */
    void start(String process, Path jar) throws IOException, InterruptedException {
        TrialNetwork.Said said = script.call(Map.of("CHAINCODE_JAR", jar.toString()), "start", process);
        assertThat(said.code()).as(said.text()).isZero();
    }

    /** All of it ends, and begins again on what it kept. */
    void restart() throws IOException, InterruptedException {
        script.must("down");
        script.must("up");
    }

    @Override
    public void close() throws IOException, InterruptedException {
        script.must("down");
        script.must("clean");
    }
}
