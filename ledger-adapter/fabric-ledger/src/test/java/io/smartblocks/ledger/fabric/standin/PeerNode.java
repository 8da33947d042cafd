package io.smartblocks.ledger.fabric.standin;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.Grpc;
import io.grpc.Server;
import io.grpc.TlsServerCredentials;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.Version;
import org.hyperledger.fabric.protos.peer.ChaincodeAction;
import org.hyperledger.fabric.protos.peer.Endorsement;
import org.hyperledger.fabric.protos.peer.ProposalResponse;
import org.hyperledger.fabric.protos.peer.Response;
import org.hyperledger.fabric.protos.peer.TxValidationCode;

/** A peer of one organisation: endorses, validates, keeps the chain, and serves clients over TLS. */
final class PeerNode {

    private static final int MOST_BYTES = 100 << 20;

    private final Credentials credentials;
    private final Members members;
    private final OrdererNode orderer;
    private final String chaincodeName;
    private final ChaincodeLink chaincode;
    private final Faults faults;
    private final WorldState state = new WorldState();
    private final List<Block> chain = new ArrayList<>();
    private final Map<String, Committed> transactions = new HashMap<>();
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "standin-peer");
        thread.setDaemon(true);
        return thread;
    });
    private final List<Runnable> ends = new ArrayList<>();
    private ByteString commitHash = ByteString.EMPTY;
    private final int port = Ports.free();
    private Server server;
    private int life;
    private long notLaunched;
    private volatile boolean up;
    private volatile long followedFrom = -1;

    record Committed(int block, int place, TxValidationCode code) {}

    PeerNode(
            Credentials credentials,
            Members members,
            OrdererNode orderer,
            String chaincodeName,
            String chaincodeAddress,
            Faults faults) {
        this.credentials = credentials;
        this.members = members;
        this.orderer = orderer;
        this.chaincodeName = chaincodeName;
        this.chaincode = new ChaincodeLink(chaincodeAddress);
        this.faults = faults;
    }

    String msp() {
        return credentials.msp();
    }

    String address() {
        return "localhost:" + port;
    }

    Members members() {
        return members;
    }

    OrdererNode orderer() {
        return orderer;
    }

    boolean isUp() {
        return up;
    }

    /** Listens on its port. */
    synchronized void start(StandIn network) {
        up = true;
        int now = ++life;
        threads.execute(() -> follow(now));
        try {
            server = Ports.listen(() -> Grpc.newServerBuilderForPort(
                            port,
                            TlsServerCredentials.create(
                                    stream(credentials.certificatePem()), stream(credentials.keyPem())))
                    .maxInboundMessageSize(MOST_BYTES)
                    .executor(threads)
                    .addService(new GatewayService(this, network))
                    .addService(new DeliverService(this))
                    .build()
                    .start());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the peer does not listen", interrupted);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static ByteArrayInputStream stream(String pem) {
        return new ByteArrayInputStream(pem.getBytes(StandardCharsets.UTF_8));
    }

    /** Has a call end when it is killed, as calls of a process do that dies; those of a closing server are cancelled. */
    synchronized void whenKilled(Runnable end) {
        ends.add(end);
    }

    /** Breaks all connections; the chain stays. */
    void kill() {
        Server running;
        synchronized (this) {
            up = false;
            life++;
            running = server;
            ends.forEach(Runnable::run);
            ends.clear();
            notifyAll();
        }
        running.shutdownNow();
        try {
            running.awaitTermination();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    void stop() {
        kill();
        chaincode.close();
        threads.shutdownNow();
    }

    private void follow(int now) {
        try {
            while (true) {
                int next;
                synchronized (this) {
                    if (life != now) {
                        return;
                    }
                    next = chain.size();
                }
                Block block = orderer.block(next, Duration.ofMillis(200));
                if (block != null) {
                    commit(block, now);
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void commit(Block block, int now) {
        if (life != now) {
            return;
        }
        int number = chain.size();
        List<ByteString> data = block.getData().getDataList();
        byte[] flags = new byte[data.size()];
        WorldState.Next next = state.next();
        Validation validation = new Validation(members, chaincodeName, transactions::containsKey, faults, next);
        for (int place = 0; place < data.size(); place++) {
            TxValidationCode code = number == 0
                    ? TxValidationCode.VALID
                    : validation.validate(
                            data.get(place),
                            Version.newBuilder()
                                    .setBlockNum(number)
                                    .setTxNum(place)
                                    .build());
            flags[place] = (byte) code.getNumber();
        }
        next.done();
        for (int place = 0; place < data.size(); place++) {
            transactions.putIfAbsent(
                    id(data.get(place)), new Committed(number, place, TxValidationCode.forNumber(flags[place] & 0xff)));
        }
        commitHash = Blocks.sha256(ByteString.copyFrom(flags).concat(commitHash));
        chain.add(Blocks.validated(block, flags, commitHash));
        notifyAll();
    }

    private static String id(ByteString envelope) {
        try {
            Payload payload = Payload.parseFrom(Envelope.parseFrom(envelope).getPayload());
            return ChannelHeader.parseFrom(payload.getHeader().getChannelHeader())
                    .getTxId();
        } catch (InvalidProtocolBufferException rubbish) {
            return "";
        }
    }

    synchronized int height() {
        return chain.size();
    }

    void followedFrom(long block) {
        followedFrom = block;
    }

    /** The block from which it was followed last. */
    long followedFrom() {
        return followedFrom;
    }

    /** Waits until it holds so many blocks. */
    synchronized void awaitHeight(int height) throws InterruptedException {
        while (chain.size() < height) {
            wait();
        }
    }

    synchronized Optional<Block> block(long number) {
        return number >= 0 && number < chain.size() ? Optional.of(chain.get((int) number)) : Optional.empty();
    }

    synchronized Optional<Committed> committed(String transaction) {
        return Optional.ofNullable(transactions.get(transaction));
    }

    /** Waits until the peer has something new, a little while at most. */
    synchronized void awaitNews(int height) throws InterruptedException {
        if (chain.size() == height && up) {
            wait(50);
        }
    }

    /** Runs a call here. */
    Ran run(Proposals proposal) throws ChaincodeLink.NotLaunched {
        Simulation simulation = new Simulation(chaincodeName, state);
        try {
            Response response = chaincode.call(
                    proposal.channel().getChannelId(),
                    proposal.channel().getTxId(),
                    proposal.signed(),
                    proposal.input(),
                    simulation);
            return new Ran(faults.hasOtherCode(msp()) ? other(response) : response, simulation);
        } catch (ChaincodeLink.NotLaunched absent) {
            synchronized (this) {
                notLaunched++;
                notifyAll();
            }
            throw absent;
        }
    }

    private static Response other(Response response) {
        return response.toBuilder()
                .setPayload(response.getPayload().concat(ByteString.copyFromUtf8(" ")))
                .build();
    }

    /** Waits until its chaincode was asked for so many times more than that in vain. */
    synchronized void awaitNotLaunched(long more) throws InterruptedException {
        long all = notLaunched + more;
        while (notLaunched < all) {
            wait();
        }
    }

    record Ran(Response response, Simulation simulation) {}

    /** Runs a call here and vouches for what came of it; one that failed is told and not signed. */
    ProposalResponse endorse(Proposals proposal) throws ChaincodeLink.NotLaunched {
        Ran ran = run(proposal);
        if (ran.response().getStatus() >= 400) {
            return ProposalResponse.newBuilder().setResponse(ran.response()).build();
        }
        ChaincodeAction action = ChaincodeAction.newBuilder()
                .setResults(ran.simulation().results())
                .setResponse(ran.response())
                .setChaincodeId(proposal.spec().getChaincodeId())
                .build();
        ByteString payload = proposal.responsePayload(action);
        return ProposalResponse.newBuilder()
                .setResponse(ran.response())
                .setPayload(payload)
                .setEndorsement(Endorsement.newBuilder()
                        .setEndorser(credentials.serialized())
                        .setSignature(credentials.sign(payload.concat(credentials.serialized()))))
                .build();
    }
}
