package io.smartblocks.ledger.fabric;

import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.port.LedgerContract;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The promises of the port on Fabric itself; run where {@code FABRIC_BIN} is set. */
@Timeout(600)
class ContractOnRealNetwork extends LedgerContract {

    @TempDir
    private static Path directory;

    private static RealNetwork network;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        network = RealNetwork.start(directory);
    }

    @AfterAll
    static void stop() throws IOException, InterruptedException {
        network.close();
    }

    @Override
    protected Ledger open() {
        return network.open("esco", directory.resolve("ledger"));
    }
}
