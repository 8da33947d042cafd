package io.smartblocks.ledger.fabric.standin;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.List;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.peer.ChaincodeAction;
import org.hyperledger.fabric.protos.peer.ChaincodeActionPayload;
import org.hyperledger.fabric.protos.peer.ChaincodeEndorsedAction;
import org.hyperledger.fabric.protos.peer.ChaincodeInput;
import org.hyperledger.fabric.protos.peer.ChaincodeInvocationSpec;
import org.hyperledger.fabric.protos.peer.ChaincodeProposalPayload;
import org.hyperledger.fabric.protos.peer.ChaincodeSpec;
import org.hyperledger.fabric.protos.peer.Endorsement;
import org.hyperledger.fabric.protos.peer.Proposal;
import org.hyperledger.fabric.protos.peer.ProposalResponsePayload;
import org.hyperledger.fabric.protos.peer.SignedProposal;
import org.hyperledger.fabric.protos.peer.Transaction;
import org.hyperledger.fabric.protos.peer.TransactionAction;

/** A proposal that was taken apart, and the steps that make a transaction of it. */
public record Proposals(
        SignedProposal signed, Header header, ChannelHeader channel, ByteString creator, ByteString payload) {

    static Proposals of(SignedProposal signed) {
        try {
            Proposal proposal = Proposal.parseFrom(signed.getProposalBytes());
            Header header = Header.parseFrom(proposal.getHeader());
            return new Proposals(
                    signed,
                    header,
                    ChannelHeader.parseFrom(header.getChannelHeader()),
                    SignatureHeader.parseFrom(header.getSignatureHeader()).getCreator(),
                    proposal.getPayload());
        } catch (InvalidProtocolBufferException malformed) {
            throw new IllegalArgumentException("no proposal", malformed);
        }
    }

    ChaincodeSpec spec() {
        try {
            return ChaincodeInvocationSpec.parseFrom(
                            ChaincodeProposalPayload.parseFrom(payload).getInput())
                    .getChaincodeSpec();
        } catch (InvalidProtocolBufferException malformed) {
            throw new IllegalArgumentException("no invocation", malformed);
        }
    }

    ChaincodeInput input() {
        return spec().getInput();
    }

    /** What endorsers sign: the proposal's hash and what came of it. */
    ByteString responsePayload(ChaincodeAction action) {
        return ProposalResponsePayload.newBuilder()
                .setProposalHash(Blocks.sha256(header.getChannelHeader()
                        .concat(header.getSignatureHeader())
                        .concat(visible())))
                .setExtension(action.toByteString())
                .build()
                .toByteString();
    }

    private ByteString visible() {
        try {
            return ChaincodeProposalPayload.parseFrom(payload).toBuilder()
                    .clearTransientMap()
                    .build()
                    .toByteString();
        } catch (InvalidProtocolBufferException malformed) {
            throw new IllegalArgumentException("no proposal", malformed);
        }
    }

    /** The transaction that its creator has yet to sign. */
    Envelope envelope(ByteString responsePayload, List<Endorsement> endorsements) {
        ChaincodeActionPayload action = ChaincodeActionPayload.newBuilder()
                .setChaincodeProposalPayload(visible())
                .setAction(ChaincodeEndorsedAction.newBuilder()
                        .setProposalResponsePayload(responsePayload)
                        .addAllEndorsements(endorsements))
                .build();
        Transaction transaction = Transaction.newBuilder()
                .addActions(TransactionAction.newBuilder()
                        .setHeader(header.getSignatureHeader())
                        .setPayload(action.toByteString()))
                .build();
        Payload whole = Payload.newBuilder()
                .setHeader(header)
                .setData(transaction.toByteString())
                .build();
        return Envelope.newBuilder().setPayload(whole.toByteString()).build();
    }
}
