package io.smartblocks.ledger.fabric;

import io.grpc.Status;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
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
        return switch (status.getCode()) {
            // a server that stops cancels what it has begun
            case UNAVAILABLE, DEADLINE_EXCEEDED, CANCELLED -> true;
            default -> false;
        };
    }

    /** Whether it is only that the peer, or what it needs, does not answer; not where its certificate is another one. */
    static boolean away(GatewayException failure) {
        return passing(failure) && !strange(failure);
    }

    /** Whether the peer's certificate is not signed by those whom the profile names, or is another's. */
    static boolean strange(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).anyMatch(SSLException.class::isInstance);
    }

    /** Whether it may be over soon: nodes that start again, peers of different heights, too many calls at once. */
    static boolean passing(GatewayException failure) {
        return switch (failure.getStatus().getCode()) {
            case UNAVAILABLE, DEADLINE_EXCEEDED, CANCELLED, RESOURCE_EXHAUSTED, FAILED_PRECONDITION -> true;
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
        if (strange(failure)) {
            return "the TLS certificate of a peer is not one that the profile's TLS roots vouch for: "
                    + innermost(failure);
        }
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

    private static String innermost(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .reduce((outer, inner) -> inner)
                .map(Throwable::getMessage)
                .orElseThrow();
    }
}
