package io.smartblocks.ledger.fabric;

import io.grpc.ChannelCredentials;
import io.grpc.Grpc;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.TlsChannelCredentials;
import io.smartblocks.ledger.fabric.Profile.PeerAddress;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.hyperledger.fabric.client.Contract;
import org.hyperledger.fabric.client.Gateway;
import org.hyperledger.fabric.client.Hash;
import org.hyperledger.fabric.client.Network;
import org.hyperledger.fabric.client.Transaction;
import org.hyperledger.fabric.client.identity.Signer;
import org.hyperledger.fabric.client.identity.Signers;
import org.hyperledger.fabric.client.identity.X509Identity;

/** One peer, over one connection that opens itself again. */
final class PeerConnection implements AutoCloseable {

    // a block holds what the orderers take at most, and the peer's own words
    private static final int MOST_BYTES = 128 << 20;

    private final PeerAddress address;
    private final String chaincode;
    private final Signer signer;
    private final ManagedChannel channel;
    private final Gateway gateway;
    private final Network network;
    private final AtomicLong seen = new AtomicLong();

    PeerConnection(PeerAddress address, Profile profile, Patience patience) {
        this.address = address;
        this.chaincode = profile.chaincode();
        this.channel = channel(address);
        long call = patience.call().toMillis();
        ClientIdentity identity = profile.identity();
        this.signer = Signers.newPrivateKeySigner(identity.key());
        this.gateway = Gateway.newInstance()
                .connection(channel)
                .identity(new X509Identity(identity.msp(), identity.certificate()))
                .signer(signer)
                .hash(Hash.SHA256)
                .evaluateOptions(options -> options.withDeadlineAfter(call, TimeUnit.MILLISECONDS))
                .endorseOptions(options -> options.withDeadlineAfter(call, TimeUnit.MILLISECONDS))
                .submitOptions(options -> options.withDeadlineAfter(call, TimeUnit.MILLISECONDS))
                .connect();
        this.network = gateway.getNetwork(profile.channel());
    }

    private static ManagedChannel channel(PeerAddress address) {
        try {
            ChannelCredentials credentials = TlsChannelCredentials.newBuilder()
                    .trustManager(address.tlsRoots().toFile())
                    .build();
            ManagedChannelBuilder<?> builder =
                    Grpc.newChannelBuilder(address.address(), credentials).maxInboundMessageSize(MOST_BYTES);
            address.tlsName().ifPresent(builder::overrideAuthority);
            return builder.build();
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new ProfileProblem(
                    "the TLS roots '" + address.tlsRoots() + "' of peer " + address.address()
                            + " cannot be read; expected certificates in PEM: " + unreadable.getMessage(),
                    unreadable);
        }
    }

    String address() {
        return address.address();
    }

    Gateway gateway() {
        return gateway;
    }

    Network network() {
        return network;
    }

    /** The chaincode that holds the ledger. */
    Contract contract() {
        return network.getContract(chaincode);
    }

    /** The transaction with the client's signature: what may be submitted as often as need be, by whichever peer. */
    Transaction signed(Transaction endorsed) {
        try {
            return gateway.newSignedTransaction(endorsed.getBytes(), signer.sign(endorsed.getDigest()));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("the client's key does not sign: " + broken.getMessage(), broken);
        }
    }

    /** How many blocks the peer was seen to hold. */
    long seen() {
        return seen.get();
    }

    void holds(long height) {
        seen.accumulateAndGet(height, Math::max);
    }

    /** Connects at once when next asked, however often it failed before. */
    void comeBack() {
        channel.resetConnectBackoff();
    }

    @Override
    public void close() {
        gateway.close();
        channel.shutdownNow();
    }
}
