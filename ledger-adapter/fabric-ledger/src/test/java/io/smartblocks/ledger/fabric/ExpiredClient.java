package io.smartblocks.ledger.fabric;

import io.smartblocks.ledger.fabric.standin.Authority;
import io.smartblocks.ledger.fabric.standin.Credentials;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.hyperledger.fabric.client.identity.Identities;

/** A client of the trial network's ESCO whose certificate its own authority issued, and which is over. */
final class ExpiredClient {

    private ExpiredClient() {}

    /** Its profile: that of the usual client with another certificate and key. */
    static Path profile(RealNetwork network, Path directory) throws Exception {
        // not older than the authority itself, which cryptogen dates back by five minutes
        Instant now = Instant.now();
        Path authority = network.keys("esco").resolve("ca");
        Credentials client = Authority.of(
                        "EscoMSP",
                        Identities.readX509Certificate(Files.readString(authority.resolve("ca.esco.example-cert.pem"))),
                        Identities.readPrivateKey(Files.readString(authority.resolve("priv_sk"))))
                .issue("expired", "client", now.minusSeconds(120), now.minusSeconds(10));
        Wallet.write(directory.resolve("cert.pem"), client.certificatePem());
        Wallet.write(directory.resolve("key.pem"), client.keyPem());
        Path profile = network.profile("esco").resolveSibling("expired.properties");
        Files.writeString(profile, withOther(Files.readString(network.profile("esco")), directory));
        return profile;
    }

    private static String withOther(String profile, Path directory) throws IOException {
        return profile.replaceAll("(?m)^certificate = .*$", "certificate = " + directory.resolve("cert.pem"))
                .replaceAll("(?m)^key = .*$", "key = " + directory.resolve("key.pem"));
    }
}
