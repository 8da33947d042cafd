package io.smartblocks.portal;

import io.smartblocks.ledger.embedded.EmbeddedLedger;
import io.smartblocks.ledger.embedded.LedgerOfAnotherKey;
import io.smartblocks.ledger.embedded.StoredBlocks;
import io.smartblocks.ledger.fabric.FabricLedger;
import io.smartblocks.ledger.fabric.Patience;
import io.smartblocks.ledger.fabric.Profile;
import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.port.Ledger;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;

/** The ledger of a data directory: on this machine, with the key with which it seals its blocks, or on Fabric. */
public final class LedgerHome {

    private static final MemberId NODE = new MemberId("ledger-node");

    private LedgerHome() {}

    /**
     * Opens the ledger that was chosen, or begins it there. One on Fabric opens also where no peer answers: it says so by its
     * health, and catches up.
     *
     * @throws LedgerNotChosen if the directory is that of the other kind of ledger
     */
    static Ledger open(Path data, LedgerChoice choice, Clock clock) {
        if (choice.isFabric()) {
            return onFabric(data, choice.fabricProfile().orElseThrow(), clock);
        }
        if (isOnFabric(data)) {
            throw new LedgerNotChosen("'" + data + "' belongs to a ledger on Fabric, whose blocks its peers hold:"
                    + " 'smartblocks serve --ledger fabric --profile FILE --data " + data + "' opens it");
        }
        return open(data, clock);
    }

    private static Ledger onFabric(Path data, Path profile, Clock clock) {
        if (hasBlocks(embedded(data))) {
            throw new LedgerNotChosen("'" + data + "' holds a ledger of this machine, not one on Fabric: leave"
                    + " --ledger fabric out, or name another directory with --data");
        }
        FabricLedger ledger = FabricLedger.openEvenAway(Profile.read(profile), fabric(data), clock, Patience.USUAL);
        try {
            remember(data, profile);
            return ledger;
        } catch (UncheckedIOException failed) {
            ledger.close();
            throw failed;
        }
    }

    /** Notes by which profile the directory's ledger on Fabric is opened, for the commands that work on it. */
    static void remember(Path data, Path profile) {
        Path note = profileNote(data);
        Path fresh = note.resolveSibling(note.getFileName() + ".new");
        try {
            Files.writeString(fresh, profile.toAbsolutePath().normalize() + "\n");
            Files.move(fresh, note, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            throw new UncheckedIOException("'" + note + "' cannot be written: " + failed, failed);
        }
    }

    private static Path profileNote(Path data) {
        return fabric(data).resolve("profile");
    }

    /**
     * Opens the ledger of a data directory: the one of this machine, or begins one there with a key of its own; where the
     * directory is that of a ledger on Fabric, that one, by the profile with which the portal opened it last.
     *
     * @throws LedgerOfAnotherKey if blocks stand there and the key that signed them does not
     */
    public static Ledger open(Path data, Clock clock) {
        return isOnFabric(data)
                ? FabricLedger.open(Profile.read(profile(data)), fabric(data), clock, Patience.USUAL)
                : open(data, embedded(data), clock);
    }

    private static Path profile(Path data) {
        try {
            return Path.of(Files.readString(profileNote(data)).strip());
        } catch (IOException unknown) {
            throw new LedgerNotChosen("'" + data
                    + "' belongs to a ledger on Fabric, and nobody noted by which profile it is"
                    + " opened: start 'smartblocks serve --ledger fabric --profile FILE --data " + data + "' once");
        }
    }

    /** Opens the ledger of this machine whose files lie in a directory, with the key of its data directory. */
    static Ledger open(Path data, Path directory, Clock clock) {
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

    /** Where a data directory keeps the ledger of this machine. */
    public static Path embedded(Path data) {
        return data.resolve("ledger");
    }

    /** Whether a data directory is that of a ledger on Fabric. */
    public static boolean isOnFabric(Path data) {
        return Files.isDirectory(fabric(data));
    }

    /** Where a data directory keeps what was seen of the channel that its ledger stands on. */
    public static Path fabric(Path data) {
        return data.resolve("fabric");
    }

    static boolean hasBlocks(Path directory) {
        return Files.isDirectory(directory)
                && StoredBlocks.in(directory).block(0).isPresent();
    }
}
