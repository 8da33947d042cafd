package io.smartblocks.ledger.fabric.standin;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.smartblocks.ledger.fabric.standin.WorldState.Cell;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.ledger.rwset.NsReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.TxReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRead;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.RangeQueryInfo;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.Version;
import org.hyperledger.fabric.protos.peer.ChaincodeAction;
import org.hyperledger.fabric.protos.peer.ChaincodeActionPayload;
import org.hyperledger.fabric.protos.peer.ChaincodeEndorsedAction;
import org.hyperledger.fabric.protos.peer.Endorsement;
import org.hyperledger.fabric.protos.peer.ProposalResponsePayload;
import org.hyperledger.fabric.protos.peer.Transaction;
import org.hyperledger.fabric.protos.peer.TxValidationCode;

/** Says of each transaction of a block whether it holds, as every peer says alike, and applies those that do. */
final class Validation {

    private final Members members;
    private final String chaincode;
    private final Predicate<String> known;
    private final Faults faults;
    private final WorldState.Next state;
    private final Set<String> inBlock = new HashSet<>();

    /** With what the peer has committed before: ids of transactions, and states. */
    Validation(Members members, String chaincode, Predicate<String> known, Faults faults, WorldState.Next state) {
        this.members = members;
        this.chaincode = chaincode;
        this.known = known;
        this.faults = faults;
        this.state = state;
    }

    TxValidationCode validate(ByteString bytes, Version version) {
        try {
            Envelope envelope = Envelope.parseFrom(bytes);
            Payload payload = Payload.parseFrom(envelope.getPayload());
            ChannelHeader header = ChannelHeader.parseFrom(payload.getHeader().getChannelHeader());
            if (header.getType() != HeaderType.ENDORSER_TRANSACTION_VALUE) {
                return TxValidationCode.UNKNOWN_TX_TYPE;
            }
            SignatureHeader signature =
                    SignatureHeader.parseFrom(payload.getHeader().getSignatureHeader());
            if (!members.signed(signature.getCreator(), envelope.getPayload(), envelope.getSignature())) {
                return TxValidationCode.BAD_CREATOR_SIGNATURE;
            }
            if (known.test(header.getTxId()) || !inBlock.add(header.getTxId())) {
                return TxValidationCode.DUPLICATE_TXID;
            }
            return validate(Transaction.parseFrom(payload.getData()), header, version);
        } catch (InvalidProtocolBufferException malformed) {
            return TxValidationCode.BAD_PAYLOAD;
        }
    }

    private TxValidationCode validate(Transaction transaction, ChannelHeader header, Version version)
            throws InvalidProtocolBufferException {
        ChaincodeEndorsedAction action = ChaincodeActionPayload.parseFrom(
                        transaction.getActions(0).getPayload())
                .getAction();
        KVRWSet keys = keys(action);
        if (!endorsed(keys, endorsers(action))) {
            return TxValidationCode.ENDORSEMENT_POLICY_FAILURE;
        }
        for (KVRead read : keys.getReadsList()) {
            if (!read.equals(now(read.getKey()))) {
                return TxValidationCode.MVCC_READ_CONFLICT;
            }
        }
        for (RangeQueryInfo range : keys.getRangeQueriesInfoList()) {
            if (!range.getRawReads().getKvReadsList().equals(now(range))) {
                return TxValidationCode.PHANTOM_READ_CONFLICT;
            }
        }
        if (faults.isPhantom(header.getTxId())) {
            return TxValidationCode.PHANTOM_READ_CONFLICT;
        }
        state.apply(keys, header.getTxId(), header.getTimestamp(), version);
        return TxValidationCode.VALID;
    }

    private KVRWSet keys(ChaincodeEndorsedAction action) throws InvalidProtocolBufferException {
        ChaincodeAction done =
                ChaincodeAction.parseFrom(ProposalResponsePayload.parseFrom(action.getProposalResponsePayload())
                        .getExtension());
        for (NsReadWriteSet set : TxReadWriteSet.parseFrom(done.getResults()).getNsRwsetList()) {
            if (set.getNamespace().equals(chaincode)) {
                return KVRWSet.parseFrom(set.getRwset());
            }
        }
        return KVRWSet.getDefaultInstance();
    }

    private Set<String> endorsers(ChaincodeEndorsedAction action) {
        Set<String> msps = new TreeSet<>();
        for (Endorsement endorsement : action.getEndorsementsList()) {
            ByteString message = action.getProposalResponsePayload().concat(endorsement.getEndorser());
            if (members.signed(endorsement.getEndorser(), message, endorsement.getSignature())) {
                members.mspOfPeer(endorsement.getEndorser()).ifPresent(msps::add);
            }
        }
        return msps;
    }

    // a key with a policy of its own follows that alone; all others, and a call that writes nothing, the chaincode's
    private boolean endorsed(KVRWSet keys, Set<String> msps) {
        Set<String> written = new TreeSet<>();
        keys.getWritesList().forEach(write -> written.add(write.getKey()));
        keys.getMetadataWritesList().forEach(write -> written.add(write.getKey()));
        boolean chaincodePolicy = written.isEmpty();
        for (String key : written) {
            Cell cell = state.cells().get(key);
            ByteString own = (cell == null ? Map.<String, ByteString>of() : cell.metadata()).get(Policies.PARAMETER);
            if (own == null) {
                chaincodePolicy = true;
            } else if (!Policies.met(own, msps)) {
                return false;
            }
        }
        return !chaincodePolicy || members.enough(msps);
    }

    private KVRead now(String key) {
        return now(key, state.cells().get(key));
    }

    private static KVRead now(String key, Cell cell) {
        KVRead.Builder read = KVRead.newBuilder().setKey(key);
        return cell == null ? read.build() : read.setVersion(cell.version()).build();
    }

    private List<KVRead> now(RangeQueryInfo range) {
        NavigableMap<String, Cell> found = state.cells().subMap(range.getStartKey(), true, range.getEndKey(), false);
        List<KVRead> reads = new ArrayList<>();
        found.forEach((key, cell) -> reads.add(now(key, cell)));
        int count = range.getRawReads().getKvReadsCount();
        return range.getItrExhausted() || reads.size() < count ? reads : reads.subList(0, count);
    }
}
