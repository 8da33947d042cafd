package io.smartblocks.ledger.identity;

import io.smartblocks.ledger.proof.Hash;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;

/**
 * The X.509 certificate beside a private key, which names the member whose key it is. The ledger does not look at it: there
 * counts which key a member has on the ledger.
 */
public final class KeyCertificate {

    // RFC 5280, 4.1.2.5: no well-defined expiration date
    private static final Instant NEVER = Instant.parse("9999-12-31T23:59:59Z");
    private static final int SERIAL_BYTES = 16;

    private final X509CertificateHolder holder;

    private KeyCertificate(X509CertificateHolder holder) {
        this.holder = holder;
    }

    /** A certificate that the key itself signs; the same key, member and second give the same certificate. */
    static KeyCertificate selfSigned(MemberId member, KeyPair key, Instant since) {
        X500Name name = new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.CN, member.value())
                .build();
        X509v3CertificateBuilder certificate = new X509v3CertificateBuilder(
                name,
                serial(key.publicKey()),
                Date.from(since.truncatedTo(ChronoUnit.SECONDS)),
                Date.from(NEVER),
                name,
                SubjectPublicKeyInfo.getInstance(key.publicKey().encoded()));
        try {
            certificate.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
            certificate.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
            return new KeyCertificate(certificate.build(new CertificateSigner(key)));
        } catch (IOException impossible) {
            throw new UncheckedIOException("the certificate of '" + member + "' cannot be encoded", impossible);
        }
    }

    static KeyCertificate read(byte[] encoded) throws IOException {
        try {
            return new KeyCertificate(new X509CertificateHolder(encoded));
        } catch (IllegalStateException damaged) {
            throw new IOException("a certificate is damaged", damaged);
        }
    }

    /** Whether it is about a key of the kind that the ledger knows. */
    boolean isOfEd25519() {
        return holder.getSubjectPublicKeyInfo().getAlgorithm().getAlgorithm().equals(EdECObjectIdentifiers.id_Ed25519);
    }

    /** The member that its subject names. */
    public MemberId member() {
        RDN[] names = holder.getSubject().getRDNs(BCStyle.CN);
        if (names.length != 1) {
            throw new IllegalArgumentException(
                    "a certificate's subject is '" + holder.getSubject() + "'; expected CN=MEMBER");
        }
        return new MemberId(IETFUtils.valueToString(names[0].getFirst().getValue()));
    }

    /** The public half of the key. */
    public VerifyingKey publicKey() {
        try {
            return new VerifyingKey(Base64.getEncoder()
                    .encodeToString(holder.getSubjectPublicKeyInfo().getEncoded()));
        } catch (IOException impossible) {
            throw new UncheckedIOException("the key of a certificate cannot be encoded", impossible);
        }
    }

    /** The second in which it was made. */
    public Instant since() {
        return holder.getNotBefore().toInstant();
    }

    X509CertificateHolder holder() {
        return holder;
    }

    /** The certificate as others read it. */
    public String pem() {
        byte[] newLine = {'\n'};
        return "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder(64, newLine).encodeToString(encoded())
                + "\n-----END CERTIFICATE-----\n";
    }

    private byte[] encoded() {
        try {
            return holder.getEncoded();
        } catch (IOException impossible) {
            throw new UncheckedIOException("a certificate cannot be encoded", impossible);
        }
    }

    private static BigInteger serial(VerifyingKey key) {
        byte[] start = Arrays.copyOf(Hash.of(key.encoded()).bytes(), SERIAL_BYTES);
        return new BigInteger(1, start).setBit(0);
    }
}
