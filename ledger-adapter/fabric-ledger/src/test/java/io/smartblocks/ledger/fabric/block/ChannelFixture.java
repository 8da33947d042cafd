package io.smartblocks.ledger.fabric.block;

import com.google.protobuf.ByteString;
import com.google.protobuf.Timestamp;
import io.smartblocks.ledger.fabric.standin.Authority;
import io.smartblocks.ledger.fabric.standin.Blocks;
import io.smartblocks.ledger.fabric.standin.Credentials;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.ledger.rwset.NsReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.TxReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVMetadataEntry;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVMetadataWrite;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRead;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWrite;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.QueryReads;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.RangeQueryInfo;
import org.hyperledger.fabric.protos.peer.ChaincodeAction;
import org.hyperledger.fabric.protos.peer.ChaincodeActionPayload;
import org.hyperledger.fabric.protos.peer.ChaincodeEndorsedAction;
import org.hyperledger.fabric.protos.peer.ChaincodeEvent;
import org.hyperledger.fabric.protos.peer.ChaincodeID;
import org.hyperledger.fabric.protos.peer.ChaincodeInput;
import org.hyperledger.fabric.protos.peer.ChaincodeInvocationSpec;
import org.hyperledger.fabric.protos.peer.ChaincodeProposalPayload;
import org.hyperledger.fabric.protos.peer.ChaincodeSpec;
import org.hyperledger.fabric.protos.peer.Endorsement;
import org.hyperledger.fabric.protos.peer.ProposalResponsePayload;
import org.hyperledger.fabric.protos.peer.Response;
import org.hyperledger.fabric.protos.peer.Transaction;
import org.hyperledger.fabric.protos.peer.TransactionAction;

/** A channel of two organisations for tests of reading its blocks. */
final class ChannelFixture {

    static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");

    static final Authority ESCO = new Authority("EscoMSP");
    static final Authority OWNER = new Authority("OwnerMSP");
    static final Authority ORDERERS = new Authority("OrdererMSP");
    static final Credentials CLIENT = ESCO.issue("portal", "client");
    static final Credentials ESCO_PEER = ESCO.issue("peer0.esco", "peer");
    static final Credentials OWNER_PEER = OWNER.issue("peer0.owner", "peer");
    static final Credentials ORDERER = ORDERERS.issue("orderer0", "orderer");

    static final Block GENESIS = Blocks.configuration("energy", List.of("OwnerMSP", "EscoMSP"), "OrdererMSP", NOON);

    private ChannelFixture() {}

    /** The block behind the first one, with flags of the peers. */
    static Block second(int[] flags, ByteString... envelopes) {
        byte[] bytes = new byte[flags.length];
        for (int i = 0; i < flags.length; i++) {
            bytes[i] = (byte) flags[i];
        }
        return Blocks.validated(
                Blocks.next(GENESIS, List.of(envelopes), ORDERER), bytes, ByteString.copyFrom(new byte[32]));
    }

    static ByteString envelope(HeaderType type, ByteString data) {
        ByteString channel = ChannelHeader.newBuilder()
                .setType(type.getNumber())
                .setTxId("tx-1")
                .setChannelId("energy")
                .setTimestamp(Timestamp.newBuilder().setSeconds(NOON.getEpochSecond()))
                .build()
                .toByteString();
        ByteString signature = SignatureHeader.newBuilder()
                .setCreator(CLIENT.serialized())
                .build()
                .toByteString();
        Payload payload = Payload.newBuilder()
                .setHeader(Header.newBuilder().setChannelHeader(channel).setSignatureHeader(signature))
                .setData(data)
                .build();
        return Envelope.newBuilder()
                .setPayload(payload.toByteString())
                .setSignature(CLIENT.sign(payload.toByteString()))
                .build()
                .toByteString();
    }

    static ByteString call(String... arguments) {
        ChaincodeSpec spec = ChaincodeSpec.newBuilder()
                .setChaincodeId(ChaincodeID.newBuilder().setName("smartblocks"))
                .setInput(ChaincodeInput.newBuilder()
                        .addAllArgs(Arrays.stream(arguments)
                                .map(ByteString::copyFromUtf8)
                                .toList()))
                .build();
        ByteString proposal = ChaincodeProposalPayload.newBuilder()
                .setInput(ChaincodeInvocationSpec.newBuilder()
                        .setChaincodeSpec(spec)
                        .build()
                        .toByteString())
                .build()
                .toByteString();
        ChaincodeActionPayload action = ChaincodeActionPayload.newBuilder()
                .setChaincodeProposalPayload(proposal)
                .setAction(ChaincodeEndorsedAction.newBuilder()
                        .setProposalResponsePayload(response())
                        .addEndorsements(Endorsement.newBuilder().setEndorser(ESCO_PEER.serialized()))
                        .addEndorsements(Endorsement.newBuilder().setEndorser(OWNER_PEER.serialized())))
                .build();
        Transaction transaction = Transaction.newBuilder()
                .addActions(TransactionAction.newBuilder().setPayload(action.toByteString()))
                .build();
        return envelope(HeaderType.ENDORSER_TRANSACTION, transaction.toByteString());
    }

    private static ByteString response() {
        ChaincodeAction action = ChaincodeAction.newBuilder()
                .setResponse(Response.newBuilder().setStatus(200).setPayload(ByteString.copyFromUtf8("done")))
                .setEvents(ChaincodeEvent.newBuilder()
                        .setEventName("moved")
                        .setPayload(ByteString.copyFromUtf8("m1"))
                        .build()
                        .toByteString())
                .setResults(TxReadWriteSet.newBuilder()
                        .addNsRwset(NsReadWriteSet.newBuilder()
                                .setNamespace("smartblocks")
                                .setRwset(keys().toByteString()))
                        .build()
                        .toByteString())
                .build();
        return ProposalResponsePayload.newBuilder()
                .setExtension(action.toByteString())
                .build()
                .toByteString();
    }

    private static KVRWSet keys() {
        return KVRWSet.newBuilder()
                .addReads(read("meter/m1", 7, 2))
                .addReads(KVRead.newBuilder().setKey("meter/m2"))
                .addRangeQueriesInfo(RangeQueryInfo.newBuilder()
                        .setStartKey("meter/")
                        .setEndKey("meter0")
                        .setItrExhausted(true)
                        .setRawReads(QueryReads.newBuilder().addKvReads(read("meter/m1", 7, 2))))
                .addWrites(KVWrite.newBuilder().setKey("meter/m1").setValue(ByteString.copyFromUtf8("{}")))
                .addWrites(KVWrite.newBuilder().setKey("meter/m0").setIsDelete(true))
                .addMetadataWrites(KVMetadataWrite.newBuilder()
                        .setKey("meter/m1")
                        .addEntries(KVMetadataEntry.newBuilder()
                                .setName(KeyMetadata.POLICY)
                                .setValue(ByteString.copyFrom("who".getBytes(StandardCharsets.UTF_8)))))
                .build();
    }

    private static KVRead read(String key, long block, long transaction) {
        return KVRead.newBuilder()
                .setKey(key)
                .setVersion(org.hyperledger.fabric.protos.ledger.rwset.kvrwset.Version.newBuilder()
                        .setBlockNum(block)
                        .setTxNum(transaction))
                .build();
    }
}
