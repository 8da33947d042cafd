package io.smartblocks.ledger.fabric;

import io.smartblocks.ledger.fabric.standin.Ports;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/** A network of Fabric's own binaries, which {@code FABRIC_BIN} tells; each one is new. */
final class RealNetwork implements AutoCloseable {

    private final Path data;
    private final TrialNetwork script;

    private RealNetwork(Path directory) {
        this.data = directory.resolve("fabric");
        this.script = new TrialNetwork(Map.of(
                "FABRIC_BIN", System.getenv("FABRIC_BIN"),
                "FABRIC_DATA", data.toString(),
                "FABRIC_PORT", Integer.toString(Ports.free())));
    }

    static RealNetwork start(Path directory) throws IOException, InterruptedException {
        RealNetwork network = new RealNetwork(directory);
        network.script.must("up");
        return network;
    }

    /** A ledger of a client of {@code esco} or {@code owner}. */
    FabricLedger open(String organisation, Path directory) {
        Profile profile = Profile.read(data.resolve(organisation + ".properties"));
        return FabricLedger.open(profile, directory, Clock.systemUTC(), Patience.USUAL);
    }

    void kill(String process) throws IOException, InterruptedException {
        script.must("kill", process);
    }

    void start(String process) throws IOException, InterruptedException {
        script.must("start", process);
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
