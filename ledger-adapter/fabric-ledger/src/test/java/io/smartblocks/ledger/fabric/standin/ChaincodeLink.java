package io.smartblocks.ledger.fabric.standin;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.Context;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.stub.StreamObserver;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.hyperledger.fabric.protos.peer.ChaincodeGrpc;
import org.hyperledger.fabric.protos.peer.ChaincodeInput;
import org.hyperledger.fabric.protos.peer.ChaincodeMessage;
import org.hyperledger.fabric.protos.peer.ChaincodeMessage.Type;
import org.hyperledger.fabric.protos.peer.DelState;
import org.hyperledger.fabric.protos.peer.GetHistoryForKey;
import org.hyperledger.fabric.protos.peer.GetState;
import org.hyperledger.fabric.protos.peer.GetStateByRange;
import org.hyperledger.fabric.protos.peer.GetStateMetadata;
import org.hyperledger.fabric.protos.peer.PutState;
import org.hyperledger.fabric.protos.peer.PutStateMetadata;
import org.hyperledger.fabric.protos.peer.QueryStateClose;
import org.hyperledger.fabric.protos.peer.QueryStateNext;
import org.hyperledger.fabric.protos.peer.Response;
import org.hyperledger.fabric.protos.peer.SignedProposal;
import org.hyperledger.fabric.protos.peer.StateMetadata;
import org.hyperledger.fabric.protos.peer.StateMetadataResult;

/** How a peer calls its organisation's chaincode server: one stream for all calls, opened again when it broke. */
final class ChaincodeLink {

    private static final int MOST_BYTES = 100 << 20;
    private static final long LAUNCH_SECONDS = 60;
    private static final long CALL_SECONDS = 120;

    private final String address;
    private final Map<String, Call> calls = new ConcurrentHashMap<>();
    private ManagedChannel channel;
    private Stream stream;

    ChaincodeLink(String address) {
        this.address = address;
    }

    /** The chaincode is not there, or went away during the call. */
    static final class NotLaunched extends Exception {
        private static final long serialVersionUID = 1L;

        NotLaunched(String chaincode) {
            super("could not launch chaincode " + chaincode + ": error starting container");
        }
    }

    private record Call(Simulation simulation, CompletableFuture<Response> answer) {}

    Response call(String channelId, String transaction, SignedProposal proposal, ChaincodeInput input, Simulation in)
            throws NotLaunched {
        Call call = new Call(in, new CompletableFuture<>());
        Stream open = opened();
        calls.put(transaction, call);
        try {
            open.send(ChaincodeMessage.newBuilder()
                    .setType(Type.TRANSACTION)
                    .setChannelId(channelId)
                    .setTxid(transaction)
                    .setPayload(input.toByteString())
                    .setProposal(proposal)
                    .build());
            return call.answer().get(CALL_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException | IllegalStateException gone) {
            throw new NotLaunched(address);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new NotLaunched(address);
        } finally {
            calls.remove(transaction);
        }
    }

    private synchronized Stream opened() throws NotLaunched {
        if (stream != null && !stream.over) {
            return stream;
        }
        if (channel == null) {
            channel = Grpc.newChannelBuilder(address, InsecureChannelCredentials.create())
                    .maxInboundMessageSize(MOST_BYTES)
                    .build();
        }
        channel.resetConnectBackoff();
        stream = new Stream();
        Stream fresh = stream;
        // the stream outlives the client's call that is the first to need it
        Context.ROOT.run(() -> fresh.out = ChaincodeGrpc.newStub(channel).connect(fresh));
        try {
            stream.ready.get(LAUNCH_SECONDS, TimeUnit.SECONDS);
            return stream;
        } catch (ExecutionException | TimeoutException absent) {
            throw new NotLaunched(address);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new NotLaunched(address);
        }
    }

    synchronized void close() {
        if (channel != null) {
            channel.shutdownNow();
            channel = null;
        }
    }

    private final class Stream implements StreamObserver<ChaincodeMessage> {

        private final CompletableFuture<Void> ready = new CompletableFuture<>();
        private volatile boolean over;
        private volatile StreamObserver<ChaincodeMessage> out;

        synchronized void send(ChaincodeMessage message) {
            if (over) {
                throw new IllegalStateException("the chaincode is gone");
            }
            out.onNext(message);
        }

        @Override
        public void onNext(ChaincodeMessage message) {
            if (message.getType() == Type.REGISTER) {
                send(ChaincodeMessage.newBuilder().setType(Type.REGISTERED).build());
                send(ChaincodeMessage.newBuilder().setType(Type.READY).build());
                ready.complete(null);
                return;
            }
            Call call = calls.get(message.getTxid());
            if (call == null) {
                return;
            }
            try {
                answer(message, call);
            } catch (InvalidProtocolBufferException | RuntimeException failed) {
                send(message.toBuilder()
                        .setType(Type.ERROR)
                        .setPayload(ByteString.copyFromUtf8(String.valueOf(failed.getMessage())))
                        .build());
            }
        }

        private void answer(ChaincodeMessage message, Call call) throws InvalidProtocolBufferException {
            switch (message.getType()) {
                case COMPLETED -> call.answer().complete(Response.parseFrom(message.getPayload()));
                case ERROR ->
                    call.answer()
                            .complete(Response.newBuilder()
                                    .setStatus(500)
                                    .setMessage(message.getPayload().toStringUtf8())
                                    .build());
                case KEEPALIVE -> {}
                default ->
                    send(ChaincodeMessage.newBuilder()
                            .setType(Type.RESPONSE)
                            .setChannelId(message.getChannelId())
                            .setTxid(message.getTxid())
                            .setPayload(asked(message, call.simulation()))
                            .build());
            }
        }

        private ByteString asked(ChaincodeMessage message, Simulation simulation)
                throws InvalidProtocolBufferException {
            ByteString payload = message.getPayload();
            switch (message.getType()) {
                case GET_STATE:
                    return simulation.get(GetState.parseFrom(payload).getKey());
                case PUT_STATE:
                    PutState put = PutState.parseFrom(payload);
                    simulation.put(put.getKey(), put.getValue());
                    return ByteString.EMPTY;
                case DEL_STATE:
                    simulation.delete(DelState.parseFrom(payload).getKey());
                    return ByteString.EMPTY;
                case GET_STATE_METADATA:
                    StateMetadataResult.Builder found = StateMetadataResult.newBuilder();
                    simulation
                            .metadata(GetStateMetadata.parseFrom(payload).getKey())
                            .forEach((name, value) -> found.addEntries(
                                    StateMetadata.newBuilder().setMetakey(name).setValue(value)));
                    return found.build().toByteString();
                case PUT_STATE_METADATA:
                    PutStateMetadata metadata = PutStateMetadata.parseFrom(payload);
                    simulation.putMetadata(
                            metadata.getKey(),
                            metadata.getMetadata().getMetakey(),
                            metadata.getMetadata().getValue());
                    return ByteString.EMPTY;
                case GET_STATE_BY_RANGE:
                    GetStateByRange range = GetStateByRange.parseFrom(payload);
                    return simulation
                            .range(id(), range.getStartKey(), range.getEndKey())
                            .toByteString();
                case GET_HISTORY_FOR_KEY:
                    return simulation
                            .history(id(), GetHistoryForKey.parseFrom(payload).getKey())
                            .toByteString();
                case QUERY_STATE_NEXT:
                    return simulation
                            .next(QueryStateNext.parseFrom(payload).getId())
                            .toByteString();
                case QUERY_STATE_CLOSE:
                    return simulation
                            .close(QueryStateClose.parseFrom(payload).getId())
                            .toByteString();
                default:
                    throw new IllegalStateException("the stand-in does not know " + message.getType());
            }
        }

        private String id() {
            return java.util.UUID.randomUUID().toString();
        }

        @Override
        public void onError(Throwable broken) {
            end();
        }

        @Override
        public void onCompleted() {
            end();
        }

        private void end() {
            over = true;
            IllegalStateException gone = new IllegalStateException("the chaincode is gone");
            ready.completeExceptionally(gone);
            calls.values().forEach(call -> call.answer().completeExceptionally(gone));
        }
    }
}
