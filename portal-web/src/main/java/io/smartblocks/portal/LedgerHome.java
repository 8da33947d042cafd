package io.smartblocks.portal;

import io.smartblocks.ledger.embedded.EmbeddedLedger;
import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.port.Ledger;
import java.nio.file.Path;
import java.time.Clock;

/** The ledger of a data directory, with the key with which this machine seals its blocks. */
public final class LedgerHome {

    private static final MemberId NODE = new MemberId("ledger-node");

    private LedgerHome() {}

    /** Opens the ledger of the directory, or begins one there. */
    public static Ledger open(Path data, Clock clock) {
        return EmbeddedLedger.open(data.resolve("ledger"), clock, new MachineKeys(data, clock).findOrMake(NODE));
    }
}
