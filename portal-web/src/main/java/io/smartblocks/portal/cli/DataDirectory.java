package io.smartblocks.portal.cli;

import io.smartblocks.ledger.embedded.LedgerDamaged;
import io.smartblocks.ledger.embedded.LedgerInUse;
import io.smartblocks.ledger.embedded.LedgerOfAnotherKey;
import io.smartblocks.ledger.embedded.StoredStates;
import io.smartblocks.ledger.embedded.copy.LedgerCopies;
import io.smartblocks.ledger.fabric.LedgerDirectoryInUse;
import io.smartblocks.ledger.fabric.OtherChannel;
import io.smartblocks.ledger.fabric.ProfileProblem;
import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.port.LedgerUnavailable;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.readmodel.ReadModelException;
import io.smartblocks.portal.LedgerHome;
import io.smartblocks.portal.LedgerNotChosen;
import io.smartblocks.portal.ReadModelHome;
import io.smartblocks.portal.demo.DemoSite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The directory that holds a ledger and all that is made from it. */
record DataDirectory(Path path) {

    private static final int H2_IN_USE = 90020;

    /** Makes the directory if needed, and refuses one that holds something else. */
    void prepare(boolean demo) {
        if (Files.exists(path) && !Files.isDirectory(path)) {
            throw new InputRefused("'%s' is a file; --data names a directory.".formatted(path));
        }
        if (demo && hasLedger() && !DemoSite.isIn(path)) {
            throw new InputRefused(
                    ("'%s' holds a ledger that is no demo site, and simulated readings must not reach it;"
                                    + " give --demo a directory of its own with --data, or leave --demo out.")
                            .formatted(path));
        }
        if (!hasLedger() && !DemoSite.isIn(path) && holdsAnything()) {
            throw new InputRefused("'%s' is not empty and holds no ledger; name an empty or new directory with --data."
                    .formatted(path));
        }
        try {
            Files.createDirectories(path);
        } catch (IOException e) {
            throw new InputRefused("The data directory '%s' cannot be made: %s.".formatted(path, e), e);
        }
    }

    boolean isDemoSite() {
        return DemoSite.isIn(path);
    }

    /** Refuses a directory in which there is anything. */
    void requireEmpty() {
        if (Files.exists(path) && !Files.isDirectory(path) || holdsAnything()) {
            throw new InputRefused("'%s' is not empty; name an empty or new directory.".formatted(path));
        }
    }

    /** Refuses a directory in which there is no ledger. */
    void requireLedger() {
        if (!hasLedger()) {
            throw new InputRefused(
                    "There is no ledger in '%1$s'; 'smartblocks serve --data %1$s' makes one.".formatted(path));
        }
    }

    /** Opens the ledger, or says who has it open. */
    Ledger openLedger(Clock clock) {
        try {
            return LedgerHome.open(path, clock);
        } catch (LedgerInUse
                | LedgerDamaged
                | LedgerOfAnotherKey
                | LedgerNotChosen
                | LedgerDirectoryInUse
                | OtherChannel
                | ProfileProblem
                | LedgerUnavailable e) {
            throw refusal(path, e).orElseThrow(() -> e);
        }
    }

    /**
     * What stands on the ledger: by its blocks, also while another process has it open; where they are the peers' of a channel,
     * as these tell it, while no other process has the directory open.
     */
    StatesOnLedger states() {
        if (onFabric()) {
            return StatesOnLedger.of(openLedger(Clock.systemUTC()));
        }
        try {
            return StatesOnLedger.of(StoredStates.in(ledger()));
        } catch (LedgerDamaged e) {
            throw refusal(path, e).orElseThrow(() -> e);
        } catch (IllegalArgumentException e) {
            throw new InputRefused("'%s' cannot be read: %s.".formatted(path, e.getMessage()), e);
        }
    }

    /** Opens the tables made from the ledger; they may be behind it. */
    ReadModel openReadModel() {
        try {
            return ReadModelHome.open(path, ReadModelHome::inEnvironment);
        } catch (ReadModelException e) {
            throw refusal(path, e).orElseThrow(() -> e);
        }
    }

    /** What is said of a ledger that cannot be opened. */
    static Optional<InputRefused> refusal(Path path, Throwable cause) {
        if (isLock(cause) || cause instanceof LedgerInUse || cause instanceof LedgerDirectoryInUse) {
            return Optional.of(new InputRefused(
                    "'%s' is in use by another process; stop that one first, or name another directory with --data."
                            .formatted(path),
                    cause));
        }
        if (cause instanceof LedgerDamaged) {
            return Optional.of(new InputRefused(
                    "The ledger in '%1$s' is damaged: %2$s. See 'smartblocks ledger verify --data %1$s'."
                            .formatted(path, cause.getMessage()),
                    cause));
        }
        if (cause instanceof LedgerUnavailable) {
            return Optional.of(new InputRefused("The ledger cannot be opened: " + cause.getMessage() + ".", cause));
        }
        if (cause instanceof ReadModelException
                || cause instanceof OtherChannel
                || cause instanceof ProfileProblem
                || cause instanceof LedgerOfAnotherKey
                || cause instanceof LedgerNotChosen) {
            return Optional.of(new InputRefused(cause.getMessage() + ".", cause));
        }
        return Optional.empty();
    }

    /** Whether tables cannot be opened because another process has them open. */
    static boolean isInUse(ReadModelException failure) {
        return isLock(failure.getCause());
    }

    private static boolean isLock(@Nullable Throwable cause) {
        return cause instanceof SQLException sql && sql.getErrorCode() == H2_IN_USE;
    }

    /** Where the blocks of a ledger of this machine lie; refuses a directory whose ledger has its blocks elsewhere. */
    Path ledger() {
        if (onFabric()) {
            throw new InputRefused(
                    ("'%s' belongs to a ledger on Fabric, whose blocks its peers hold; this command reads the files of a"
                                    + " ledger of this machine. The portal shows what stands there.")
                            .formatted(path));
        }
        return LedgerHome.embedded(path);
    }

    /** Whether its ledger is one on Fabric. */
    boolean onFabric() {
        return LedgerHome.isOnFabric(path);
    }

    private boolean hasLedger() {
        return Files.isDirectory(LedgerHome.embedded(path)) || onFabric();
    }

    private boolean holdsAnything() {
        if (!Files.isDirectory(path)) {
            return false;
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.anyMatch(file -> !LedgerCopies.isUnfinished(file));
        } catch (IOException e) {
            throw new InputRefused("The data directory '%s' cannot be read: %s.".formatted(path, e), e);
        }
    }
}
