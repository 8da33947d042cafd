package io.smartblocks.ledger.fabric;

import io.smartblocks.ledger.fabric.standin.Credentials;
import io.smartblocks.ledger.fabric.standin.StandIn;
import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.port.LedgerContract;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The promises of the port on the stand-in: through the real client, the real protocol and the real chaincode. */
class FabricLedgerContractTests extends LedgerContract {

    @TempDir
    private static Path directory;

    private static StandIn network;
    private static Profile profile;

    @BeforeAll
    static void start() {
        network = StandIn.start();
        Credentials client = network.esco().issue("portal", "client");
        profile = Wallet.profile(network, client, directory, 0, 1);
    }

    @AfterAll
    static void stop() {
        network.close();
    }

    @Override
    protected Ledger open() {
        return FabricLedger.open(profile, directory.resolve("ledger"), Clock.systemUTC(), Wallet.SHORT);
    }
}
