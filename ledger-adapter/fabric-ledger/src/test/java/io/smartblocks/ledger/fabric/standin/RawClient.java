package io.smartblocks.ledger.fabric.standin;

import io.grpc.Grpc;
import io.grpc.ManagedChannel;
import io.grpc.TlsChannelCredentials;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.hyperledger.fabric.client.Contract;
import org.hyperledger.fabric.client.Gateway;
import org.hyperledger.fabric.client.Hash;
import org.hyperledger.fabric.client.Network;
import org.hyperledger.fabric.client.identity.Signers;
import org.hyperledger.fabric.client.identity.X509Identity;

/** Fabric's own client, as it comes, connected to one peer of the stand-in. */
public final class RawClient implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final ManagedChannel channel;
    private final Gateway gateway;

    /** A client of an organisation at the peer of one, 0 of the ESCO, 1 of the owner; waits so long for commits. */
    public RawClient(StandIn network, int peer, Credentials credentials, Duration commitPatience) {
        Authority authority = peer == 0 ? network.esco() : network.owner();
        try {
            channel = Grpc.newChannelBuilder(
                            network.address(peer),
                            TlsChannelCredentials.newBuilder()
                                    .trustManager(new ByteArrayInputStream(
                                            authority.rootPem().getBytes(StandardCharsets.UTF_8)))
                                    .build())
                    .build();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        gateway = Gateway.newInstance()
                .connection(channel)
                .identity(new X509Identity(credentials.msp(), credentials.certificate()))
                .signer(Signers.newPrivateKeySigner(credentials.key()))
                .hash(Hash.SHA256)
                .endorseOptions(options -> options.withDeadlineAfter(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .commitStatusOptions(
                        options -> options.withDeadlineAfter(commitPatience.toMillis(), TimeUnit.MILLISECONDS))
                .connect();
    }

    /** The chaincode that holds the ledger. */
    public Contract contract() {
        return network().getContract(StandIn.CHAINCODE);
    }

    Network network() {
        return gateway.getNetwork(StandIn.CHANNEL);
    }

    @Override
    public void close() {
        gateway.close();
        channel.shutdownNow();
    }
}
