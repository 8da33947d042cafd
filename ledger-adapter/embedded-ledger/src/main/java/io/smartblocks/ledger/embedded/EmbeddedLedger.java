package io.smartblocks.ledger.embedded;

import io.smartblocks.ledger.family.RefusalCode;
import io.smartblocks.ledger.identity.Signer;
import io.smartblocks.ledger.port.Batch;
import io.smartblocks.ledger.port.Block;
import io.smartblocks.ledger.port.BlockStream;
import io.smartblocks.ledger.port.Following;
import io.smartblocks.ledger.port.Health;
import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.port.Progress;
import io.smartblocks.ledger.port.StageListener;
import io.smartblocks.ledger.port.StandingState;
import io.smartblocks.ledger.port.StateVersion;
import io.smartblocks.ledger.port.Submission;
import io.smartblocks.ledger.port.TransactionPlace;
import io.smartblocks.ledger.port.Underway;
import io.smartblocks.ledger.state.State;
import io.smartblocks.ledger.state.StateEntry;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.transaction.TransactionId;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;

/**
 * A ledger in a directory of one machine.
 *
 * <p>What was acknowledged is on the disk; after a crash it is found again, whole, when the directory is opened.
 */
public final class EmbeddedLedger implements Ledger {

    // with what it writes, a block of one such batch can still be mapped and parsed
    private static final long MOST_BYTES = 32L << 20;

    private static final int MOST_LISTED = 1000;

    // one processor is left to whoever writes: many submitters would keep it waiting, and the disk idle
    private static final int DECIDERS = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);

    private final LedgerFiles files;
    private final Progress progress;
    private final Appending appending;
    private final BlockWriter writer;
    private final Semaphore deciders = new Semaphore(DECIDERS);
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Clock clock;

    private EmbeddedLedger(LedgerFiles files, Clock clock, Signer signer) {
        this.files = files;
        this.clock = clock;
        this.progress = new Progress(files.blocks().height());
        this.appending = new Appending(files.blocks(), files.index(), progress, signer, files.link(signer));
        this.writer = new BlockWriter(appending, clock);
    }

    /**
     * Opens the ledger in a directory, or begins one there.
     *
     * @param directory where its files are
     * @param clock gives the time of blocks
     * @param signer signs blocks; the same one for the whole life of the ledger
     * @throws LedgerInUse when it is open already
     * @throws LedgerDamaged when its files are not as they were written
     */
    public static EmbeddedLedger open(Path directory, Clock clock, Signer signer) {
        return open(directory, clock, signer, LedgerFiles.SEGMENT_SIZE, Disk.REAL);
    }

    static EmbeddedLedger open(Path directory, Clock clock, Signer signer, long segmentSize, Disk disk) {
        LedgerFiles files = LedgerFiles.open(directory, segmentSize, disk);
        try {
            EmbeddedLedger ledger = new EmbeddedLedger(files, clock, signer);
            ledger.writer.start();
            return ledger;
        } catch (RuntimeException | Error failed) {
            files.close();
            throw failed;
        }
    }

    @Override
    public CompletableFuture<Submission> submit(Batch batch, StageListener stages) {
        Underway underway = Underway.toBeTold(stages);
        if (isDecided(batch, underway)) {
            writer.wake();
        }
        return underway.outcome();
    }

    @Override
    public Submission commit(Batch batch, StageListener stages) {
        Underway underway = Underway.awaited(stages);
        if (isDecided(batch, underway)) {
            writer.writeHere();
        }
        return underway.await();
    }

    /** Checks and decides a batch in the caller's thread; true when someone must now take it to the disk. */
    private boolean isDecided(Batch batch, Underway underway) {
        deciders.acquireUninterruptibly();
        try {
            Pending pending = Pending.of(batch, underway);
            if (pending.size() > MOST_BYTES) {
                underway.ended(tooLarge(pending.size()));
                return false;
            }
            pending.checkAhead(files.index().get());
            return writer.decide(pending);
        } finally {
            deciders.release();
        }
    }

    private static Submission tooLarge(long bytes) {
        return new Submission.Refused(
                RefusalCode.BATCH_TOO_LARGE.code(),
                0,
                "the batch has " + bytes + " bytes; expected at most " + MOST_BYTES + ", divide it into several");
    }

    @Override
    public Optional<TransactionPlace> find(TransactionId transaction) {
        return files.index().get().find(transaction);
    }

    @Override
    public Optional<State> state(StateKey key) {
        return files.index().get().state(key);
    }

    @Override
    public List<StateEntry> states(String prefix) {
        return files.index().get().states(prefix);
    }

    @Override
    public List<StateVersion> history(StateKey key) {
        return files.index().get().history(key);
    }

    @Override
    public List<StandingState> standing(String from, String to, int atMost) {
        return files.index().get().standing(from, to, atMost);
    }

    /**
     * The newest transactions that the filter lets through, newest first.
     *
     * @param atMost how many, from 1 to 1000
     */
    public TransactionPage newest(TransactionFilter filter, int atMost) {
        return transactions(filter, Optional.empty(), atMost);
    }

    /** As {@link #newest}, from the first that is older than the one at the given place on. */
    public TransactionPage olderThan(TransactionPlace place, TransactionFilter filter, int atMost) {
        return transactions(filter, Optional.of(place), atMost);
    }

    private TransactionPage transactions(TransactionFilter filter, Optional<TransactionPlace> before, int atMost) {
        if (atMost < 1 || atMost > MOST_LISTED) {
            throw new IllegalArgumentException(
                    atMost + " transactions were asked for at once; expected 1 to " + MOST_LISTED);
        }
        LedgerIndex index = files.index().get();
        List<IndexedTransaction> found = index.transactions(filter, before, atMost + 1);
        List<TransactionPage.Listed> listed = found.stream()
                .limit(atMost)
                .map(each -> new TransactionPage.Listed(each.at(), index.transactionAt(each.text())))
                .toList();
        return new TransactionPage(
                listed,
                found.size() > atMost ? Optional.of(listed.get(atMost - 1).at()) : Optional.empty());
    }

    @Override
    public long height() {
        return progress.height();
    }

    @Override
    public Optional<Block> block(long number) {
        return number >= 0 && number < height() ? Optional.of(files.blocks().read(number)) : Optional.empty();
    }

    @Override
    public BlockStream blocks(long from) {
        BlockFiles blocks = files.blocks();
        return new Following(
                progress, number -> blocks.recent().block(number).orElseGet(() -> blocks.read(number)), from);
    }

    @Override
    public Health health() {
        List<String> notes = new ArrayList<>(files.notes());
        Duration behind = appending.link().behind(clock.instant());
        if (behind.toSeconds() > 0) {
            notes.add(
                    "this machine's clock is " + behind.toSeconds() + " s behind the last block; blocks keep the time "
                            + appending.link().notBefore() + " until it has caught up: check the clock");
        }
        return new Health(files.blocks().writable(), height(), notes);
    }

    /** How large it is and how it is doing. */
    public LedgerMetrics metrics() {
        LedgerIndex index = files.index().get();
        BlockLink link = appending.link();
        return new LedgerMetrics(
                height(),
                index.transactions(),
                index.states(),
                files.blocks().bytes(),
                files.index().bytes(),
                writer.waiting(),
                link.number() == 0 ? Optional.empty() : Optional.of(link.notBefore()),
                link.behind(clock.instant()));
    }

    /** How many bytes each block from the given one on takes. */
    List<Integer> blockSizes(long from) {
        return LongStream.range(from, height())
                .mapToObj(number -> files.blocks().content(number).length)
                .toList();
    }

    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        writer.close();
        progress.close();
        files.close();
    }
}
