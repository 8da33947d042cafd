package io.smartblocks.ledger.readmodel;

import static java.util.Objects.requireNonNull;

import io.smartblocks.ledger.port.Block;
import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.port.LedgerUnavailable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import javax.sql.DataSource;

/** The SQL tables that a ledger's blocks feed, and the door to everything that is read from them. */
public final class ReadModel implements AutoCloseable {

    private final Database database;
    private final KnownNames names = new KnownNames();
    private final BlockLog log;
    private final Progress progress;
    private final Runnable closing;
    private Optional<Follower> follower = Optional.empty();

    private final Optional<DataSource> shared;
    private volatile BlockSource blocks = BlockSource.NONE;

    private ReadModel(DataSource source, Optional<DataSource> shared, Runnable closing) {
        this.shared = shared;
        this.database = new Database(source);
        this.closing = closing;
        database.migrate();
        this.log = new BlockLog(database, names);
        this.progress = new Progress(log.checkpoint());
    }

    /** Opens the read model in a database, H2 or PostgreSQL, and brings its tables to the newest version. */
    public static ReadModel on(DataSource source) {
        return new ReadModel(requireNonNull(source, "source"), Optional.empty(), () -> {});
    }

    /** Opens the read model in H2 files beginning with the path, for example {@code data/read-model}. */
    public static ReadModel open(Path files) {
        H2Files h2 = H2Files.at(files);
        try {
            return new ReadModel(h2.source(), Optional.empty(), h2::close);
        } catch (RuntimeException e) {
            h2.close();
            throw e;
        }
    }

    /** Opens the read model in a PostgreSQL database, with connections of its own. */
    public static ReadModel open(PostgresDatabase database) {
        PostgresPool pool = PostgresPool.of(database);
        try {
            return new ReadModel(pool.source(), Optional.of(pool.source()), pool::close);
        } catch (RuntimeException e) {
            pool.close();
            throw e;
        }
    }

    /**
     * Projects one block, together with the checkpoint.
     *
     * @return false when the block was projected already
     * @throws ReadModelException when the block is not the next one
     */
    public boolean apply(Block block) {
        Optional<Checkpoint> advanced = log.apply(block);
        // a commit whose answer was lost left the tables ahead of what is known here
        progress.advance(advanced.orElseGet(log::checkpoint));
        return advanced.isPresent();
    }

    /** Projects all blocks that the ledger has now. */
    public void catchUp(Ledger ledger) {
        log.requireFit(ledger);
        blocks = new KeptBlocks(ledger::block);
        for (long number = height(); number < ledger.height(); number++) {
            apply(ledger.block(number).orElseThrow());
        }
    }

    /**
     * Catches up with the ledger and goes on with it on a thread, until the ledger or this is closed. A ledger that does not
     * answer yet is looked at again each second.
     *
     * @throws ReadModelException when this was fed by another ledger: {@link #rebuild} empties it
     */
    public synchronized void follow(Ledger ledger) {
        if (follower.isPresent()) {
            throw new IllegalStateException("This read model follows a ledger already");
        }
        boolean fits = fits(ledger);
        blocks = new KeptBlocks(ledger::block);
        follower = Optional.of(Follower.start(ledger, this, progress, fits ? () -> {} : () -> log.requireFit(ledger)));
    }

    private boolean fits(Ledger ledger) {
        try {
            log.requireFit(ledger);
            return true;
        } catch (LedgerUnavailable away) {
            progress.failed(away);
            return false;
        }
    }

    /** Empties the tables that blocks feed, so that the next {@link #follow} or {@link #catchUp} fills them anew. */
    public synchronized void rebuild() {
        if (follower.isPresent()) {
            throw new IllegalStateException("This read model follows a ledger; close it before it is rebuilt");
        }
        log.clear();
        progress.reset();
    }

    /** Waits until so many blocks are projected; false when the time is over before. */
    public boolean awaitHeight(long height, Duration atMost) throws InterruptedException {
        return progress.await(height, atMost);
    }

    /** How many blocks are projected. */
    public long height() {
        return progress.checkpoint().height();
    }

    /** How far the projection has come: height, hash and time of the last block. */
    public Checkpoint checkpoint() {
        return progress.checkpoint();
    }

    /** What keeps the projection from going on right now; empty when all is well. */
    public Optional<RuntimeException> failure() {
        return progress.failure();
    }

    /** Calls the listener with the new height after each block, on the thread that projects. */
    public void onAdvance(LongConsumer listener) {
        progress.listen(requireNonNull(listener, "listener"));
    }

    public ChainView chain() {
        return new ChainView(database, names, blocks);
    }

    public AgreementView agreements() {
        return new AgreementView(database);
    }

    public SettlementView settlements() {
        return new SettlementView(database);
    }

    public MeterView meters() {
        return new MeterView(database, names);
    }

    public SeenMeters seen() {
        return new SeenMeters(database);
    }

    public IndexView indexes() {
        return new IndexView(database);
    }

    public PredictionView predictions() {
        return new PredictionView(database);
    }

    public SiteView sites() {
        return new SiteView(database);
    }

    public StatementView statements() {
        return new StatementView(database);
    }

    public PaymentView payments() {
        return new PaymentView(database);
    }

    public DisputeView disputes() {
        return new DisputeView(database);
    }

    public VerificationView verifications() {
        return new VerificationView(database);
    }

    /** What waits for people of each organisation. */
    public WaitingView waiting() {
        return new WaitingView(database);
    }

    public ReputationView reputations() {
        return new ReputationView(database);
    }

    public MemberView members() {
        return new MemberView(database);
    }

    /** What the scheduler is to settle next; not fed by blocks. */
    public DueCalendar due() {
        return new DueCalendar(database);
    }

    /** What the scheduler did; not fed by blocks. */
    public RunLog runs() {
        return new RunLog(database);
    }

    /** The database itself, if several processes can use it at once; empty where it is in files of one process. */
    public Optional<DataSource> shared() {
        return shared;
    }

    /** What the scheduler is to look at again: not fed by blocks either, but found from them. */
    public AgainCalendar again() {
        return new AgainCalendar(database);
    }

    /** Finds what an id, the beginning of a hash, or a block number stands for; best hits first. */
    public List<Found> search(String text) {
        return new Search(database).find(text);
    }

    @Override
    public synchronized void close() {
        follower.ifPresent(Follower::close);
        follower = Optional.empty();
        closing.run();
    }
}
