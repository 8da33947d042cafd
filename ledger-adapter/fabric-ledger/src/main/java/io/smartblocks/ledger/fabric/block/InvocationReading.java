package io.smartblocks.ledger.fabric.block;

import com.google.protobuf.ByteString;
import java.util.List;
import java.util.Optional;
import org.hyperledger.fabric.protos.peer.ChaincodeAction;
import org.hyperledger.fabric.protos.peer.ChaincodeActionPayload;
import org.hyperledger.fabric.protos.peer.ChaincodeEvent;
import org.hyperledger.fabric.protos.peer.ChaincodeInvocationSpec;
import org.hyperledger.fabric.protos.peer.ChaincodeProposalPayload;
import org.hyperledger.fabric.protos.peer.ChaincodeSpec;
import org.hyperledger.fabric.protos.peer.ProposalResponsePayload;
import org.hyperledger.fabric.protos.peer.Transaction;

/** Reads the call of a chaincode: what was asked, what came of it, who vouched for it. */
final class InvocationReading {

    private InvocationReading() {}

    static Content read(ByteString data, Parsing parsing) {
        Transaction transaction = parsing.read(Transaction.parser(), data, "transaction");
        if (transaction.getActionsCount() != 1) {
            throw parsing.malformed("it holds " + transaction.getActionsCount() + " actions; expected 1");
        }
        ChaincodeActionPayload payload = parsing.read(
                ChaincodeActionPayload.parser(), transaction.getActions(0).getPayload(), "action");
        ChaincodeAction action = action(payload, parsing);
        ChaincodeSpec spec = spec(payload, parsing);
        List<ByteString> arguments = spec.getInput().getArgsList();
        return new Content.Invocation(
                spec.getChaincodeId().getName(),
                arguments.isEmpty() ? "" : arguments.get(0).toStringUtf8(),
                arguments.stream().skip(1).map(Octets::new).toList(),
                action.getResponse().getStatus(),
                action.getResponse().getMessage(),
                new Octets(action.getResponse().getPayload()),
                event(action.getEvents(), parsing),
                payload.getAction().getEndorsementsList().stream()
                        .map(each -> IdentityReading.read(each.getEndorser(), parsing, "endorser"))
                        .toList(),
                AccessReading.read(action.getResults(), parsing));
    }

    private static ChaincodeAction action(ChaincodeActionPayload payload, Parsing parsing) {
        ProposalResponsePayload response = parsing.read(
                ProposalResponsePayload.parser(),
                payload.getAction().getProposalResponsePayload(),
                "proposal response");
        return parsing.read(ChaincodeAction.parser(), response.getExtension(), "chaincode action");
    }

    private static ChaincodeSpec spec(ChaincodeActionPayload payload, Parsing parsing) {
        ChaincodeProposalPayload proposal =
                parsing.read(ChaincodeProposalPayload.parser(), payload.getChaincodeProposalPayload(), "proposal");
        return parsing.read(ChaincodeInvocationSpec.parser(), proposal.getInput(), "invocation")
                .getChaincodeSpec();
    }

    private static Optional<Content.Event> event(ByteString bytes, Parsing parsing) {
        if (bytes.isEmpty()) {
            return Optional.empty();
        }
        ChaincodeEvent event = parsing.read(ChaincodeEvent.parser(), bytes, "event");
        return Optional.of(new Content.Event(event.getEventName(), new Octets(event.getPayload())));
    }
}
