package io.smartblocks.ledger.fabric.standin;

import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.Context;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.common.Status;
import org.hyperledger.fabric.protos.orderer.SeekInfo;
import org.hyperledger.fabric.protos.orderer.SeekPosition;
import org.hyperledger.fabric.protos.peer.DeliverGrpc;
import org.hyperledger.fabric.protos.peer.DeliverResponse;

/** Streams a peer's blocks, and waits for those that come. */
final class DeliverService extends DeliverGrpc.DeliverImplBase {

    private final PeerNode peer;

    DeliverService(PeerNode peer) {
        this.peer = peer;
    }

    @Override
    public StreamObserver<Envelope> deliver(StreamObserver<DeliverResponse> out) {
        Context context = Context.current();
        return new StreamObserver<>() {
            @Override
            public void onNext(Envelope envelope) {
                Thread sender = new Thread(() -> send(envelope, out, context), "standin-deliver");
                sender.setDaemon(true);
                sender.start();
            }

            @Override
            public void onError(Throwable gone) {}

            @Override
            public void onCompleted() {}
        };
    }

    private void send(Envelope envelope, StreamObserver<DeliverResponse> out, Context context) {
        try {
            Payload payload = Payload.parseFrom(envelope.getPayload());
            SignatureHeader header =
                    SignatureHeader.parseFrom(payload.getHeader().getSignatureHeader());
            if (!peer.members().signed(header.getCreator(), envelope.getPayload(), envelope.getSignature())) {
                out.onNext(
                        DeliverResponse.newBuilder().setStatus(Status.FORBIDDEN).build());
                out.onCompleted();
                return;
            }
            stream(SeekInfo.parseFrom(payload.getData()), out, context);
        } catch (InvalidProtocolBufferException malformed) {
            out.onNext(
                    DeliverResponse.newBuilder().setStatus(Status.BAD_REQUEST).build());
            out.onCompleted();
        } catch (IllegalStateException | StatusRuntimeException gone) {
            // the client went away meanwhile
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void stream(SeekInfo seek, StreamObserver<DeliverResponse> out, Context context)
            throws InterruptedException {
        long next = from(seek.getStart());
        peer.followedFrom(next);
        while (!context.isCancelled() && peer.isUp()) {
            Block block = peer.block(next).orElse(null);
            if (block == null) {
                peer.awaitNews((int) next);
            } else {
                out.onNext(DeliverResponse.newBuilder().setBlock(block).build());
                next++;
            }
        }
    }

    private long from(SeekPosition position) {
        return switch (position.getTypeCase()) {
            case OLDEST -> 0;
            case SPECIFIED -> position.getSpecified().getNumber();
            case NEWEST -> peer.height() - 1L;
            default -> peer.height();
        };
    }
}
