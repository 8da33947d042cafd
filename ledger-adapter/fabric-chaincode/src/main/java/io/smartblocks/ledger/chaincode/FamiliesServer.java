package io.smartblocks.ledger.chaincode;

import java.io.IOException;
import java.time.Clock;
import java.util.Properties;
import org.hyperledger.fabric.metrics.Metrics;
import org.hyperledger.fabric.shim.ChaincodeServerProperties;
import org.hyperledger.fabric.shim.NettyChaincodeServer;
import org.hyperledger.fabric.traces.Traces;

/** The chaincode, listening for its peer. */
public final class FamiliesServer implements AutoCloseable {

    private final NettyChaincodeServer server;

    private FamiliesServer(NettyChaincodeServer server) {
        this.server = server;
    }

    /** One that does not listen yet, with the clock that claimed times are held against. */
    public static FamiliesServer of(ServerSettings settings, Clock clock) throws IOException {
        FamiliesChaincode chaincode = new FamiliesChaincode(clock).installedAs(settings.packageId());
        Properties properties = chaincode.getChaincodeConfig();
        Metrics.initialize(properties);
        Traces.initialize(properties);
        return new FamiliesServer(new NettyChaincodeServer(chaincode, properties(settings)));
    }

    private static ChaincodeServerProperties properties(ServerSettings settings) {
        ChaincodeServerProperties properties = new ChaincodeServerProperties();
        properties.setServerAddress(settings.address());
        settings.tls().ifPresent(files -> {
            properties.setTlsEnabled(true);
            properties.setKeyFile(files.key().toString());
            properties.setKeyCertChainFile(files.certificate().toString());
            files.clientCa().ifPresent(file -> properties.setTrustCertCollectionFile(file.toString()));
        });
        return properties;
    }

    /** Listens, and returns when it was closed. */
    public void run() throws IOException, InterruptedException {
        server.start();
    }

    @Override
    public void close() {
        server.stop();
    }
}
