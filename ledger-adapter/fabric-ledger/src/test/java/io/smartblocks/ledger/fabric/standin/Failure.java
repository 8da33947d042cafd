package io.smartblocks.ledger.fabric.standin;

import com.google.protobuf.Any;
import com.google.rpc.Status;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import org.hyperledger.fabric.protos.gateway.ErrorDetail;

/** Failures as a peer's gateway tells them. */
final class Failure {

    private Failure() {}

    static StatusRuntimeException of(Code code, String message) {
        return StatusProto.toStatusRuntimeException(
                Status.newBuilder().setCode(code.value()).setMessage(message).build());
    }

    /** One whose reason stands in its details only. */
    static StatusRuntimeException of(Code code, String message, PeerNode peer, String detail) {
        ErrorDetail said = ErrorDetail.newBuilder()
                .setMspId(peer.msp())
                .setAddress(peer.address())
                .setMessage(detail)
                .build();
        return StatusProto.toStatusRuntimeException(Status.newBuilder()
                .setCode(code.value())
                .setMessage(message)
                .addDetails(Any.pack(said))
                .build());
    }
}
