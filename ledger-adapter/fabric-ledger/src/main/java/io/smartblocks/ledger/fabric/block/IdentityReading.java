package io.smartblocks.ledger.fabric.block;

import com.google.protobuf.ByteString;
import io.smartblocks.ledger.proof.Hash;
import java.io.IOException;
import java.io.StringReader;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.openssl.PEMParser;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;

/** Reads who signed: the membership provider and what the certificate says. */
final class IdentityReading {

    private IdentityReading() {}

    static ChannelIdentity read(ByteString bytes, Parsing parsing, String whose) {
        SerializedIdentity identity = parsing.read(SerializedIdentity.parser(), bytes, whose);
        try (PEMParser pem =
                new PEMParser(new StringReader(identity.getIdBytes().toStringUtf8()))) {
            if (pem.readObject() instanceof X509CertificateHolder certificate) {
                return new ChannelIdentity(
                        identity.getMspid(), certificate.getSubject().toString(), Hash.of(certificate.getEncoded()));
            }
        } catch (IOException | RuntimeException unreadable) {
            throw new MalformedBlock(
                    parsing.where(), "the certificate of its " + whose + " cannot be read", unreadable);
        }
        throw parsing.malformed("its " + whose + " of " + identity.getMspid() + " shows no certificate (PEM)");
    }
}
