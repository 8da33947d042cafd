package io.smartblocks.ledger.chaincode;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Timestamp;
import io.grpc.Channel;
import io.grpc.stub.StreamObserver;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;
import org.hyperledger.fabric.protos.peer.ChaincodeGrpc;
import org.hyperledger.fabric.protos.peer.ChaincodeInput;
import org.hyperledger.fabric.protos.peer.ChaincodeMessage;
import org.hyperledger.fabric.protos.peer.ChaincodeMessage.Type;
import org.hyperledger.fabric.protos.peer.GetState;
import org.hyperledger.fabric.protos.peer.Proposal;
import org.hyperledger.fabric.protos.peer.PutState;
import org.hyperledger.fabric.protos.peer.Response;
import org.hyperledger.fabric.protos.peer.SignedProposal;

/** A peer that speaks to a chaincode server as Fabric's do, with states in memory; writes count at once. */
final class CallingPeer implements AutoCloseable {

    private final Map<String, ByteString> states = new TreeMap<>();
    private final BlockingQueue<ChaincodeMessage> heard = new LinkedBlockingQueue<>();
    private final StreamObserver<ChaincodeMessage> server;
    private int calls;

    CallingPeer(Channel channel) {
        server = ChaincodeGrpc.newStub(channel).connect(new StreamObserver<>() {
            @Override
            public void onNext(ChaincodeMessage message) {
                heard.add(message);
            }

            @Override
            public void onError(Throwable failed) {
                heard.add(ChaincodeMessage.newBuilder()
                        .setType(Type.ERROR)
                        .setPayload(ByteString.copyFromUtf8(failed.toString()))
                        .build());
            }

            @Override
            public void onCompleted() {
                // the server has ended
            }
        });
    }

    /** Greets the server; the name by which it calls itself. */
    String greet() throws InterruptedException, InvalidProtocolBufferException {
        ChaincodeMessage register = next();
        if (register.getType() != Type.REGISTER) {
            throw new AssertionError(register);
        }
        server.onNext(ChaincodeMessage.newBuilder().setType(Type.REGISTERED).build());
        server.onNext(ChaincodeMessage.newBuilder().setType(Type.READY).build());
        return org.hyperledger.fabric.protos.peer.ChaincodeID.parseFrom(register.getPayload())
                .getName();
    }

    /** Calls a function at a time that the client claims. */
    Response call(Instant time, String... call) throws InterruptedException, InvalidProtocolBufferException {
        String id = "tx" + calls++;
        List<ByteString> arguments = new ArrayList<>();
        for (String argument : call) {
            arguments.add(ByteString.copyFromUtf8(argument));
        }
        server.onNext(message(id, Type.TRANSACTION)
                .setPayload(ChaincodeInput.newBuilder()
                        .addAllArgs(arguments)
                        .build()
                        .toByteString())
                .setProposal(proposal(id, time))
                .build());
        for (ChaincodeMessage message = next(); ; message = next()) {
            switch (message.getType()) {
                case COMPLETED -> {
                    return Response.parseFrom(message.getPayload());
                }
                case GET_STATE ->
                    respond(
                            id,
                            states.get(GetState.parseFrom(message.getPayload()).getKey()));
                case PUT_STATE -> {
                    PutState put = PutState.parseFrom(message.getPayload());
                    states.put(put.getKey(), put.getValue());
                    respond(id, ByteString.EMPTY);
                }
                default -> throw new AssertionError(message);
            }
        }
    }

    /** What was written under a key. */
    String text(String key) {
        return states.get(key).toString(StandardCharsets.UTF_8);
    }

    private void respond(String id, ByteString value) {
        server.onNext(message(id, Type.RESPONSE)
                .setPayload(value == null ? ByteString.EMPTY : value)
                .build());
    }

    private static ChaincodeMessage.Builder message(String id, Type type) {
        return ChaincodeMessage.newBuilder().setType(type).setTxid(id).setChannelId("campus");
    }

    private static SignedProposal proposal(String id, Instant time) {
        ByteString creator =
                SerializedIdentity.newBuilder().setMspid("EscoMSP").build().toByteString();
        ChannelHeader channel = ChannelHeader.newBuilder()
                .setType(HeaderType.ENDORSER_TRANSACTION_VALUE)
                .setTxId(id)
                .setChannelId("campus")
                .setTimestamp(
                        Timestamp.newBuilder().setSeconds(time.getEpochSecond()).setNanos(time.getNano()))
                .build();
        Header header = Header.newBuilder()
                .setChannelHeader(channel.toByteString())
                .setSignatureHeader(
                        SignatureHeader.newBuilder().setCreator(creator).build().toByteString())
                .build();
        return SignedProposal.newBuilder()
                .setProposalBytes(Proposal.newBuilder()
                        .setHeader(header.toByteString())
                        .build()
                        .toByteString())
                .build();
    }

    private ChaincodeMessage next() throws InterruptedException {
        while (true) {
            ChaincodeMessage message = heard.poll(30, TimeUnit.SECONDS);
            if (message == null || message.getType() == Type.ERROR) {
                throw new AssertionError("the server said " + message);
            }
            if (message.getType() != Type.KEEPALIVE) {
                return message;
            }
        }
    }

    @Override
    public void close() {
        server.onCompleted();
    }
}
