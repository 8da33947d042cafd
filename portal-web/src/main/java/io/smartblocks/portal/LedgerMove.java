package io.smartblocks.portal;

import io.smartblocks.ledger.port.Ledger;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A data directory whose ledger is brought onto a channel. Keys, accounts, settings and tables stay as they are; what the
 * ledger was is kept beside them.
 */
public final class LedgerMove {

    private final Path data;

    public LedgerMove(Path data) {
        this.data = data;
    }

    /** Whether there is a ledger of this machine, or one that was brought onto a channel from here. */
    public boolean hasLedger() {
        return LedgerHome.hasBlocks(LedgerHome.embedded(data)) || LedgerHome.hasBlocks(kept());
    }

    /** Whether the directory belongs to the ledger on the channel already. */
    public boolean isDone() {
        return LedgerHome.isOnFabric(data);
    }

    /** The files of the ledger as it was. */
    public Path files() {
        Path ledger = LedgerHome.embedded(data);
        return LedgerHome.hasBlocks(ledger) ? ledger : kept();
    }

    /** Opens the ledger as it was; nothing is to be written to it. */
    public Ledger open(Clock clock) {
        return LedgerHome.open(data, files(), clock);
    }

    /** Where it is noted what was seen of the channel. */
    public Path channel() {
        return isDone() ? LedgerHome.fabric(data) : underway();
    }

    /** Where the ledger's files are when it is done. */
    public Path kept() {
        return data.resolve("ledger-migrated");
    }

    private Path underway() {
        return data.resolve("fabric-migrating");
    }

    /**
     * From now on the directory belongs to the ledger on the channel; done again, it ends what was broken off.
     *
     * @param profile by which commands open the ledger
     */
    public void finish(Path profile) {
        try {
            if (Files.exists(LedgerHome.embedded(data))) {
                Files.move(LedgerHome.embedded(data), kept());
            }
            if (Files.exists(underway())) {
                Files.move(underway(), LedgerHome.fabric(data));
            }
            LedgerHome.remember(data, profile);
        } catch (IOException failed) {
            throw new UncheckedIOException(
                    "'" + data + "' could not be turned over to the channel (" + failed
                            + "); the ledger is there whole: mend that and run the command again",
                    failed);
        }
    }

    /** Nothing was brought onto the channel that was looked at, and another may be named. */
    public void forget() {
        if (!Files.exists(underway())) {
            return;
        }
        try (Stream<Path> files = Files.walk(underway())) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("'" + underway() + "' cannot be removed: " + failed, failed);
        }
    }
}
