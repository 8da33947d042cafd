package io.smartblocks.ledger.fabric.standin;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.Context;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.hyperledger.fabric.protos.gateway.CommitStatusRequest;
import org.hyperledger.fabric.protos.gateway.CommitStatusResponse;
import org.hyperledger.fabric.protos.gateway.EndorseRequest;
import org.hyperledger.fabric.protos.gateway.EndorseResponse;
import org.hyperledger.fabric.protos.gateway.EvaluateRequest;
import org.hyperledger.fabric.protos.gateway.EvaluateResponse;
import org.hyperledger.fabric.protos.gateway.GatewayGrpc;
import org.hyperledger.fabric.protos.gateway.SignedCommitStatusRequest;
import org.hyperledger.fabric.protos.gateway.SubmitRequest;
import org.hyperledger.fabric.protos.gateway.SubmitResponse;
import org.hyperledger.fabric.protos.peer.Endorsement;
import org.hyperledger.fabric.protos.peer.ProposalResponse;
import org.hyperledger.fabric.protos.peer.Response;

/** What a peer does for clients: asks those who must endorse, hands over to the orderer, and tells what became of it. */
final class GatewayService extends GatewayGrpc.GatewayImplBase {

    private final PeerNode peer;
    private final StandIn network;
    private final AtomicInteger calls = new AtomicInteger();

    GatewayService(PeerNode peer, StandIn network) {
        this.peer = peer;
        this.network = network;
    }

    @Override
    public void evaluate(EvaluateRequest request, StreamObserver<EvaluateResponse> out) {
        answer(
                out,
                () -> EvaluateResponse.newBuilder()
                        .setResult(evaluated(checked(Proposals.of(request.getProposedTransaction()))))
                        .build());
    }

    private Response evaluated(Proposals proposal) {
        if (proposal.spec().getChaincodeId().getName().equals("qscc")) {
            return SystemChaincode.query(peer, proposal.input().getArgsList());
        }
        try {
            Response response = peer.run(proposal).response();
            if (response.getStatus() >= 400) {
                throw Failure.of(
                        Code.UNKNOWN,
                        "evaluate call to endorser returned error: " + said(response),
                        peer,
                        said(response));
            }
            return response;
        } catch (ChaincodeLink.NotLaunched absent) {
            throw Failure.of(Code.UNKNOWN, "evaluate call to endorser returned error", peer, absent.getMessage());
        }
    }

    private static String said(Response response) {
        return "chaincode response " + response.getStatus() + ", " + response.getMessage();
    }

    @Override
    public void endorse(EndorseRequest request, StreamObserver<EndorseResponse> out) {
        if (network.faults().takeHold()) {
            Code end = network.faults().heldEnds();
            peer.whenKilled(() -> out.onError(Failure.of(end, "Network closed for unknown reason")));
            network.faults().held();
            return;
        }
        answer(out, () -> {
            Proposals proposal = checked(Proposals.of(request.getProposedTransaction()));
            List<ProposalResponse> responses = new ArrayList<>();
            for (PeerNode endorser : endorsers(request.getEndorsingOrganizationsList())) {
                responses.add(endorsed(endorser, proposal));
            }
            ByteString payload = responses.get(0).getPayload();
            boolean same = responses.stream().allMatch(each -> each.getPayload().equals(payload));
            if (!same || network.faults().takeMismatch()) {
                throw Failure.of(
                        Code.ABORTED,
                        "failed to collect enough transaction endorsements, see attached details for more info",
                        peer,
                        "ProposalResponsePayloads do not match");
            }
            List<Endorsement> endorsements =
                    responses.stream().map(ProposalResponse::getEndorsement).toList();
            network.faults().endorsed(proposal.channel().getTxId());
            return EndorseResponse.newBuilder()
                    .setPreparedTransaction(proposal.envelope(payload, endorsements))
                    .build();
        });
    }

    private List<PeerNode> endorsers(List<String> organisations) {
        List<PeerNode> endorsers = network.peers().stream()
                .filter(PeerNode::isUp)
                .filter(each -> organisations.isEmpty() || organisations.contains(each.msp()))
                .toList();
        Set<String> msps = endorsers.stream().map(PeerNode::msp).collect(Collectors.toSet());
        if (organisations.isEmpty() ? !peer.members().enough(msps) : !msps.containsAll(organisations)) {
            throw Failure.of(Code.FAILED_PRECONDITION, "no peer combination can satisfy the endorsement policy");
        }
        return endorsers;
    }

    private ProposalResponse endorsed(PeerNode endorser, Proposals proposal) {
        String failed = "failed to endorse transaction, see attached details for more info";
        try {
            ProposalResponse response = endorser.endorse(proposal);
            if (response.getResponse().getStatus() >= 400) {
                throw Failure.of(Code.ABORTED, failed, endorser, said(response.getResponse()));
            }
            return response;
        } catch (ChaincodeLink.NotLaunched absent) {
            throw Failure.of(Code.ABORTED, failed, endorser, absent.getMessage());
        }
    }

    private Proposals checked(Proposals proposal) {
        boolean signed = peer.members()
                .signed(
                        proposal.creator(),
                        proposal.signed().getProposalBytes(),
                        proposal.signed().getSignature());
        if (!signed) {
            throw Failure.of(Code.ABORTED, "failed to endorse transaction", peer, "access denied: creator's signature");
        }
        if (peer.members().expired(proposal.creator())) {
            throw Failure.of(Code.ABORTED, "failed to endorse transaction", peer, "proposal client identity expired");
        }
        return proposal;
    }

    @Override
    public void submit(SubmitRequest request, StreamObserver<SubmitResponse> out) {
        answer(out, () -> {
            try {
                peer.orderer().broadcast(request.getPreparedTransaction().toByteString());
                return SubmitResponse.getDefaultInstance();
            } catch (OrdererNode.NotTaken away) {
                if (away.getMessage().isEmpty()) {
                    throw Failure.of(Code.UNAVAILABLE, "no orderers could successfully process transaction");
                }
                throw Failure.of(
                        Code.ABORTED,
                        "no orderers could successfully process transaction: " + away.getMessage(),
                        peer,
                        away.getMessage());
            }
        });
    }

    @Override
    public void commitStatus(SignedCommitStatusRequest request, StreamObserver<CommitStatusResponse> out) {
        Context context = Context.current();
        answer(out, () -> {
            CommitStatusRequest asked = CommitStatusRequest.parseFrom(request.getRequest());
            if (!peer.members().signed(asked.getIdentity(), request.getRequest(), request.getSignature())) {
                throw Failure.of(Code.PERMISSION_DENIED, "access denied");
            }
            while (!context.isCancelled() && peer.isUp()) {
                int height = peer.height();
                Optional<PeerNode.Committed> committed = peer.committed(asked.getTransactionId());
                if (committed.isPresent()) {
                    return CommitStatusResponse.newBuilder()
                            .setResult(committed.get().code())
                            .setBlockNumber(committed.get().block())
                            .build();
                }
                peer.awaitNews(height);
            }
            throw Failure.of(Code.UNAVAILABLE, "the peer stops");
        });
    }

    private <T> void answer(StreamObserver<T> out, Callable<T> work) {
        try {
            if (network.faults().tooMany(calls.incrementAndGet())) {
                throw Failure.of(
                        Code.UNKNOWN,
                        "too many requests for /gateway.Gateway, exceeding concurrency limit ("
                                + network.faults().atOnce() + ")");
            }
            T answer = work.call();
            out.onNext(answer);
            out.onCompleted();
        } catch (StatusRuntimeException failure) {
            out.onError(failure);
        } catch (InvalidProtocolBufferException | IllegalArgumentException malformed) {
            out.onError(Failure.of(Code.INVALID_ARGUMENT, String.valueOf(malformed.getMessage())));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (Exception unforeseen) {
            out.onError(Failure.of(Code.INTERNAL, String.valueOf(unforeseen)));
        } finally {
            calls.decrementAndGet();
        }
    }
}
