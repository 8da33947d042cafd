package io.smartblocks.ledger.fabric;

import io.grpc.Status;
import java.util.List;
import java.util.stream.Collectors;
import org.hyperledger.fabric.client.GatewayException;
import org.hyperledger.fabric.protos.gateway.ErrorDetail;

/** What a failure of Fabric's means; much of it stands only in its details, and some only in its text. */
final class Failures {

    private static final List<String> PASSING = List.of(
            "do not match", "could not launch chaincode", "too many requests", "Unavailable", "unavailable", "timeout");

    private Failures() {}

    /** Whether the chaincode itself said no: asked again, it would say the same. */
    static boolean saidByChaincode(GatewayException failure) {
        return text(failure).contains("chaincode response ");
    }

    /** Whether the peer, and not what stands behind it, could not be reached. */
    static boolean ofPeer(Status status) {
        return status.getCode() == Status.Code.UNAVAILABLE || status.getCode() == Status.Code.DEADLINE_EXCEEDED;
    }

    /** Whether it may be over soon: nodes that start again, peers of different heights, too many calls at once. */
    static boolean passing(GatewayException failure) {
        return switch (failure.getStatus().getCode()) {
            case UNAVAILABLE, DEADLINE_EXCEEDED, RESOURCE_EXHAUSTED, FAILED_PRECONDITION -> true;
            // the chaincode's own words may hold anything
            case UNKNOWN, ABORTED ->
                !saidByChaincode(failure) && PASSING.stream().anyMatch(text(failure)::contains);
            default -> false;
        };
    }

    /** Whether the orderers take nothing of this size. */
    static boolean tooLarge(GatewayException failure) {
        return text(failure).contains("exceeds maximum allowed");
    }

    /** All that it says, for people. */
    static String text(GatewayException failure) {
        List<ErrorDetail> details = failure.getDetails();
        String status = failure.getStatus().getDescription() == null
                ? failure.getStatus().getCode().name()
                : failure.getStatus().getCode() + ": " + failure.getStatus().getDescription();
        return details.isEmpty()
                ? status
                : status
                        + details.stream()
                                .map(each -> each.getMspId() + " at " + each.getAddress() + ": " + each.getMessage())
                                .collect(Collectors.joining("; ", " (", ")"));
    }
}
