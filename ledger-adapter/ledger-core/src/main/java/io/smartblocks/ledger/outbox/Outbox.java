package io.smartblocks.ledger.outbox;

import static java.util.Objects.requireNonNull;

import io.smartblocks.ledger.disk.DirectoryLock;
import io.smartblocks.ledger.port.Batch;
import io.smartblocks.ledger.port.Ledger;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/**
 * Signed batches that wait in a directory until they are seen on the ledger.
 *
 * <p>What {@link #append} has returned for is not lost and comes onto the ledger once, whenever the machine stops: a
 * batch is sent as it was signed, never signed again, and after an attempt of unknown outcome the ledger is asked for it
 * first. The batches of a lane are sent in their order; one that the ledger refuses is put aside and the lane goes on.
 */
public final class Outbox implements AutoCloseable {

    /** How much of the disk an outbox takes when nothing else is said: 1 GiB. */
    public static final long USUAL_LIMIT = 1L << 30;

    private final Path directory;
    private final DirectoryLock lock;
    private final Shelf shelf;
    private final Sending sending;

    private Outbox(Path directory, DirectoryLock lock, Shelf shelf) {
        this.directory = directory;
        this.lock = lock;
        this.shelf = shelf;
        this.sending = new Sending(shelf);
    }

    /**
     * Opens the outbox in a directory, or begins one there, with the usual limit.
     *
     * @throws OutboxInUse when it is open already
     */
    public static Outbox open(Path directory, Clock clock) {
        return open(directory, clock, USUAL_LIMIT);
    }

    /**
     * Opens the outbox in a directory, or begins one there.
     *
     * @param mostBytes how much of the disk its entries may take
     * @throws OutboxInUse when it is open already
     */
    public static Outbox open(Path directory, Clock clock, long mostBytes) {
        return open(directory, clock, mostBytes, OutboxDisk.REAL);
    }

    static Outbox open(Path directory, Clock clock, long mostBytes, OutboxDisk disk) {
        requireNonNull(clock, "clock");
        DirectoryLock lock = locked(directory);
        try {
            Shelf shelf = new Shelf(OutboxFiles.open(directory, disk), clock, mostBytes, directory);
            return new Outbox(directory, lock, shelf);
        } catch (IOException failed) {
            lock.close();
            throw new UncheckedIOException("the outbox '" + directory + "' cannot be opened: " + failed, failed);
        } catch (RuntimeException | Error failed) {
            lock.close();
            throw failed;
        }
    }

    private static DirectoryLock locked(Path directory) {
        try {
            Files.createDirectories(directory);
        } catch (IOException failed) {
            throw new UncheckedIOException("the outbox '" + directory + "' cannot be made: " + failed, failed);
        }
        return DirectoryLock.on(directory, "outbox", OutboxInUse::new);
    }

    /**
     * Keeps a batch; when this returns it is on the disk. The same signed batch appended again while it is here keeps its
     * receipt.
     *
     * @throws OutboxFull when there is no room for it
     * @throws UncheckedIOException when the disk does not take it
     */
    public Receipt append(Lane lane, Batch batch) {
        return shelf.append(requireNonNull(lane, "lane"), requireNonNull(batch, "batch"));
    }

    /** Sends what is due until nothing more can be done now, and waits for the answers. */
    public Forwarded forward(Ledger ledger) {
        return sending.forward(requireNonNull(ledger, "ledger"), () -> false);
    }

    /** Sends what is due, and what is appended from now on, in a thread of its own until that is closed. */
    public Forwarder keepForwarding(Ledger ledger) {
        return Forwarder.start(sending, shelf, requireNonNull(ledger, "ledger"));
    }

    /** How it stands. */
    public OutboxStatus status() {
        return shelf.status();
    }

    /** The batches that the ledger refused, in the order in which they were appended. */
    public List<PutAside> putAside() {
        return shelf.putAside();
    }

    /**
     * Lets a refused batch wait again, before all later ones of its lane.
     *
     * @throws IllegalArgumentException when no refused batch is called so
     */
    public void retry(Receipt receipt) {
        shelf.retry(receipt);
    }

    /**
     * Deletes a refused batch for good.
     *
     * @throws IllegalArgumentException when no refused batch is called so
     */
    public void discard(Receipt receipt) {
        shelf.discard(receipt);
    }

    /** Lets go of the directory; what is on its way is asked for when it is opened again. */
    @Override
    public void close() {
        shelf.close();
        lock.close();
    }

    @Override
    public String toString() {
        return "outbox '" + directory + "'";
    }
}
