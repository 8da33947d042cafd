package io.smartblocks.ledger.fabric.standin;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;

/** A certificate of an organisation with its key. */
public record Credentials(String msp, X509Certificate certificate, PrivateKey key) {

    /** How Fabric writes whose it is. */
    public ByteString serialized() {
        return SerializedIdentity.newBuilder()
                .setMspid(msp)
                .setIdBytes(ByteString.copyFromUtf8(certificatePem()))
                .build()
                .toByteString();
    }

    public ByteString sign(ByteString message) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(key);
            signature.update(message.toByteArray());
            return ByteString.copyFrom(signature.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public String certificatePem() {
        return pem(certificate);
    }

    /** The key as PKCS#8 in PEM, as cryptogen writes it. */
    public String keyPem() {
        try {
            return pem(new JcaPKCS8Generator(key, null));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static X509Certificate certificate(SerializedIdentity identity) {
        try (PEMParser pem =
                new PEMParser(new StringReader(identity.getIdBytes().toStringUtf8()))) {
            return new JcaX509CertificateConverter().getCertificate((X509CertificateHolder) pem.readObject());
        } catch (IOException | GeneralSecurityException | RuntimeException unreadable) {
            throw new IllegalArgumentException("no certificate", unreadable);
        }
    }

    static String pem(Object object) {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter pem = new JcaPEMWriter(text)) {
            pem.writeObject(object);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }
}
