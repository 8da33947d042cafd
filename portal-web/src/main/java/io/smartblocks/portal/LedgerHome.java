package io.smartblocks.portal;

import io.smartblocks.ledger.embedded.EmbeddedLedger;
import io.smartblocks.ledger.embedded.LedgerOfAnotherKey;
import io.smartblocks.ledger.embedded.StoredBlocks;
import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.port.Ledger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

/** The ledger of a data directory, with the key with which this machine seals its blocks. */
public final class LedgerHome {

    private static final MemberId NODE = new MemberId("ledger-node");

    private LedgerHome() {}

    /**
     * Opens the ledger of the directory, or begins one there with a key of its own.
     *
     * @throws LedgerOfAnotherKey if blocks stand there and the key that signed them does not
     */
    public static Ledger open(Path data, Clock clock) {
        Path directory = data.resolve("ledger");
        MachineKeys keys = new MachineKeys(data, clock);
        if (keys.find(NODE).isEmpty() && hasBlocks(directory)) {
            KeyFolder folder = new KeyFolder(data);
            throw new LedgerOfAnotherKey("the blocks in '" + directory + "' are signed with the key of '" + NODE
                    + "', which is not in '" + folder + "': put "
                    + folder.file(NODE).path().getFileName() + " and "
                    + folder.password(NODE).getFileName() + " there, from where this ledger was kept");
        }
        return EmbeddedLedger.open(directory, clock, keys.findOrMake(NODE));
    }

    private static boolean hasBlocks(Path directory) {
        return Files.isDirectory(directory)
                && StoredBlocks.in(directory).block(0).isPresent();
    }
}
