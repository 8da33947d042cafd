package io.smartblocks.ledger.fabric.standin;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.List;
import java.util.Set;
import org.hyperledger.fabric.protos.common.MSPPrincipal;
import org.hyperledger.fabric.protos.common.MSPRole;
import org.hyperledger.fabric.protos.common.SignaturePolicy;
import org.hyperledger.fabric.protos.common.SignaturePolicyEnvelope;

/** Says whether the peers of some organisations are enough. */
final class Policies {

    static final String PARAMETER = "VALIDATION_PARAMETER";

    private Policies() {}

    /** Whether a policy as it stands beside a key is met by peers of these organisations. */
    static boolean met(ByteString policy, Set<String> msps) {
        try {
            SignaturePolicyEnvelope envelope = SignaturePolicyEnvelope.parseFrom(policy);
            return met(envelope.getRule(), envelope.getIdentitiesList(), msps);
        } catch (InvalidProtocolBufferException malformed) {
            return false;
        }
    }

    private static boolean met(SignaturePolicy rule, List<MSPPrincipal> principals, Set<String> msps)
            throws InvalidProtocolBufferException {
        if (rule.hasNOutOf()) {
            int met = 0;
            for (SignaturePolicy each : rule.getNOutOf().getRulesList()) {
                met += met(each, principals, msps) ? 1 : 0;
            }
            return met >= rule.getNOutOf().getN();
        }
        MSPRole role = MSPRole.parseFrom(principals.get(rule.getSignedBy()).getPrincipal());
        return msps.contains(role.getMspIdentifier());
    }
}
