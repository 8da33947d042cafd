package io.smartblocks.ledger.fabric.standin;

import com.google.protobuf.ByteString;
import io.grpc.Status.Code;
import java.util.List;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockchainInfo;
import org.hyperledger.fabric.protos.peer.Response;

/** What every peer tells of its chain: {@code qscc}. */
final class SystemChaincode {

    private SystemChaincode() {}

    static Response query(PeerNode peer, List<ByteString> arguments) {
        return Response.newBuilder()
                .setStatus(200)
                .setPayload(answer(peer, arguments))
                .build();
    }

    private static ByteString answer(PeerNode peer, List<ByteString> arguments) {
        String function = arguments.get(0).toStringUtf8();
        switch (function) {
            case "GetChainInfo":
                int height = peer.height();
                Block last = peer.block(height - 1).orElseThrow();
                return BlockchainInfo.newBuilder()
                        .setHeight(height)
                        .setCurrentBlockHash(Blocks.headerHash(last.getHeader()))
                        .setPreviousBlockHash(last.getHeader().getPreviousHash())
                        .build()
                        .toByteString();
            case "GetBlockByNumber":
                long number = Long.parseLong(arguments.get(2).toStringUtf8());
                return peer.block(number)
                        .orElseThrow(() -> failed(
                                peer,
                                "Failed to get block number " + number + ", error no such block number [" + number
                                        + "] in index"))
                        .toByteString();
            case "GetBlockByTxID":
                String id = arguments.get(2).toStringUtf8();
                return peer.committed(id)
                        .flatMap(committed -> peer.block(committed.block()))
                        .orElseThrow(() -> failed(
                                peer,
                                "Failed to get block for txID " + id + ", error no such transaction ID [" + id
                                        + "] in index"))
                        .toByteString();
            default:
                throw failed(peer, "Requested function " + function + " not found.");
        }
    }

    private static RuntimeException failed(PeerNode peer, String why) {
        String text = "chaincode response 500, " + why;
        return Failure.of(Code.UNKNOWN, "evaluate call to endorser returned error: " + text, peer, text);
    }
}
