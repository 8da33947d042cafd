package io.smartblocks.ledger.fabric;

import io.smartblocks.ledger.fabric.standin.Credentials;
import io.smartblocks.ledger.fabric.standin.StandIn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Writes the profile by which a client reaches the stand-in, with all files that it names. */
public final class Wallet {

    /** Waits long for others, and submits again soon. */
    public static final Patience SHORT = new Patience(
            Duration.ofMinutes(3),
            Duration.ofMinutes(3),
            Duration.ofMinutes(3),
            Duration.ofMinutes(3),
            Duration.ofSeconds(1));

    private Wallet() {}

    /** A client's profile; the first of the peers (0 of the ESCO, 1 of the owner) is asked first. */
    public static Profile profile(StandIn network, Credentials client, Path directory, int... peers) {
        StringBuilder text = new StringBuilder("channel = " + StandIn.CHANNEL + "\nchaincode = " + StandIn.CHAINCODE
                + "\nmsp = " + client.msp() + "\ncertificate = wallet/cert.pem\nkey = wallet/key.pem\n");
        write(directory.resolve("wallet/cert.pem"), client.certificatePem());
        write(directory.resolve("wallet/key.pem"), client.keyPem());
        List<String> roots = List.of(network.esco().rootPem(), network.owner().rootPem());
        for (int i = 0; i < peers.length; i++) {
            write(directory.resolve("tls/" + peers[i] + ".pem"), roots.get(peers[i]));
            text.append("peer." + (i + 1) + ".address = " + network.address(peers[i]) + "\n");
            text.append("peer." + (i + 1) + ".tls-roots = tls/" + peers[i] + ".pem\n");
        }
        write(directory.resolve("esco.profile"), text.toString());
        return Profile.read(directory.resolve("esco.profile"));
    }

    static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
