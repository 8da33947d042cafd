package io.smartblocks.ledger.fabric.standin;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;

/** The organisations of the channel, by which certificates and signatures are checked. */
final class Members {

    private final List<Authority> organisations;
    private final int needed;

    /** With the chaincode's policy: peers of how many of them must endorse. */
    Members(List<Authority> organisations, int needed) {
        this.organisations = List.copyOf(organisations);
        this.needed = needed;
    }

    /** Whether these meet the chaincode's policy. */
    boolean enough(Set<String> msps) {
        return peerMsps().stream().filter(msps::contains).count() >= needed;
    }

    /** The organisations that have peers. */
    List<String> peerMsps() {
        return organisations.stream().map(Authority::msp).toList();
    }

    /** Whether a certificate of the channel signed the message. */
    boolean signed(ByteString identity, ByteString message, ByteString signature) {
        try {
            Optional<X509Certificate> certificate = certificate(identity);
            if (certificate.isEmpty()) {
                return false;
            }
            Signature check = Signature.getInstance("SHA256withECDSA");
            check.initVerify(certificate.get().getPublicKey());
            check.update(message.toByteArray());
            return check.verify(signature.toByteArray());
        } catch (GeneralSecurityException wrong) {
            return false;
        }
    }

    boolean expired(ByteString identity) {
        return certificate(identity)
                .filter(found -> found.getNotAfter().toInstant().isAfter(Instant.now()))
                .isEmpty();
    }

    /** The provider of a certificate that was issued to a peer. */
    Optional<String> mspOfPeer(ByteString identity) {
        return certificate(identity)
                .filter(found -> found.getSubjectX500Principal().getName().contains("OU=peer"))
                .map(found -> parsed(identity).getMspid());
    }

    private Optional<X509Certificate> certificate(ByteString identity) {
        SerializedIdentity whose = parsed(identity);
        return organisations.stream()
                .filter(each -> each.msp().equals(whose.getMspid()))
                .findFirst()
                .flatMap(
                        authority -> Optional.of(Credentials.certificate(whose)).filter(authority::issued));
    }

    private static SerializedIdentity parsed(ByteString identity) {
        try {
            return SerializedIdentity.parseFrom(identity);
        } catch (InvalidProtocolBufferException malformed) {
            throw new IllegalArgumentException("no identity", malformed);
        }
    }
}
