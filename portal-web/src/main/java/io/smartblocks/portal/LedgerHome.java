package io.smartblocks.portal;

import io.smartblocks.ledger.embedded.EmbeddedLedger;
import io.smartblocks.ledger.identity.KeyFile;
import io.smartblocks.ledger.identity.KeyPair;
import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.identity.Signer;
import io.smartblocks.ledger.port.Ledger;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

/** The ledger of a data directory, and the key with which this machine seals its blocks. */
public final class LedgerHome {

    private static final MemberId NODE = new MemberId("ledger-node");

    private LedgerHome() {}

    /** Opens the ledger of the directory, or begins one there. */
    public static Ledger open(Path data, Clock clock) {
        return EmbeddedLedger.open(data.resolve("ledger"), clock, node(data));
    }

    /** Nobody types the password of a machine's key, so that it lies beside the key, for the owner of both only. */
    private static Signer node(Path data) {
        KeyFile file = new KeyFile(data.resolve("keys").resolve(NODE + ".pem"));
        Path password = data.resolve("keys").resolve(NODE + ".password");
        try {
            if (!Files.exists(file.path())) {
                Secrets.write(password, Secrets.password());
                file.write(KeyPair.generate(), Files.readString(password).toCharArray());
            }
            return Signer.of(NODE, file.read(Files.readString(password).toCharArray()));
        } catch (IOException e) {
            throw new UncheckedIOException("The key of the ledger in '" + data + "' cannot be opened", e);
        }
    }
}
