package io.smartblocks.ledger.fabric.standin;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.atomic.AtomicLong;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** An organisation's own certificate authority, made at the start of a test. */
public final class Authority {

    private static final AtomicLong SERIALS = new AtomicLong(1);

    private final String msp;
    private final KeyPair keys;
    private final X500Name subject;
    private final X509Certificate root;

    public Authority(String msp) {
        this.msp = msp;
        this.keys = keys();
        this.subject = name("ca", "ca");
        this.root = certificate(
                subject,
                keys,
                Instant.now().minus(Duration.ofDays(350)),
                Instant.now().plus(Duration.ofDays(3650)),
                true);
    }

    private Authority(String msp, X509Certificate root, PrivateKey key) {
        this.msp = msp;
        this.keys = new KeyPair(root.getPublicKey(), key);
        this.subject = X500Name.getInstance(root.getSubjectX500Principal().getEncoded());
        this.root = root;
    }

    /** One that was made elsewhere. */
    public static Authority of(String msp, X509Certificate root, PrivateKey key) {
        return new Authority(msp, root, key);
    }

    public String msp() {
        return msp;
    }

    public String rootPem() {
        return Credentials.pem(root);
    }

    /** A certificate for localhost of the given kind: {@code peer}, {@code client}, {@code admin} or {@code orderer}. */
    public Credentials issue(String name, String kind) {
        return issue(name, kind, Instant.now().plus(Duration.ofDays(365)));
    }

    public Credentials issue(String name, String kind, Instant until) {
        return issue(name, kind, until.minus(Duration.ofDays(4000)), until);
    }

    public Credentials issue(String name, String kind, Instant from, Instant until) {
        KeyPair own = keys();
        return new Credentials(msp, certificate(name(name, kind), own, from, until, false), own.getPrivate());
    }

    /** Whether it issued the certificate. */
    public boolean issued(X509Certificate certificate) {
        try {
            certificate.verify(root.getPublicKey());
            return true;
        } catch (GeneralSecurityException other) {
            return false;
        }
    }

    private X500Name name(String name, String kind) {
        return new X500Name("CN=" + name + ",OU=" + kind + ",O=" + msp);
    }

    private X509Certificate certificate(X500Name whose, KeyPair of, Instant from, Instant until, boolean ca) {
        try {
            X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                    subject,
                    BigInteger.valueOf(SERIALS.getAndIncrement()),
                    Date.from(from),
                    Date.from(until),
                    whose,
                    of.getPublic());
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(ca));
            builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(new GeneralName[] {
                new GeneralName(GeneralName.dNSName, "localhost"), new GeneralName(GeneralName.iPAddress, "127.0.0.1")
            }));
            return new JcaX509CertificateConverter()
                    .getCertificate(
                            builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate())));
        } catch (GeneralSecurityException | OperatorCreationException | CertIOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
