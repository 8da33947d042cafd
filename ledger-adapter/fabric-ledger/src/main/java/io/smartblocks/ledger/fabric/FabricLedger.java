package io.smartblocks.ledger.fabric;

import io.smartblocks.ledger.fabric.block.FabricBlock;
import io.smartblocks.ledger.peer.SignedBinding;
import io.smartblocks.ledger.peer.StatePage;
import io.smartblocks.ledger.port.Batch;
import io.smartblocks.ledger.port.Block;
import io.smartblocks.ledger.port.BlockStream;
import io.smartblocks.ledger.port.Health;
import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.port.LedgerUnavailable;
import io.smartblocks.ledger.port.Stage;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.hyperledger.fabric.client.GatewayException;

/**
 * The ledger on a channel of Hyperledger Fabric, through its peers' gateways.
 *
 * <p>What was signed is kept in a directory until a block with it is seen, and submitted again as it was signed while none is.
 * The chain is read from block 0 when it is opened.
 */
public final class FabricLedger implements Ledger {

    // each waits for its block, and orderers take seconds for one: so many at once, not so many calls
    private static final int UNDERWAY = 400;

    private static final Duration SOON = Duration.ofDays(30);

    private final Profile profile;
    private final Clock clock;
    private final Peers peers;
    private final Chain chain;
    private final SentBox box;
    private final Follower follower;
    private final Resending resending;
    private final Carrying carrying;
    private final Reading reading;
    private final Semaphore underway = new Semaphore(UNDERWAY, true);
    private final AtomicBoolean closed = new AtomicBoolean();
    private final ExecutorService carriers = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "smartblocks-fabric-carrier");
        thread.setDaemon(true);
        return thread;
    });

    private FabricLedger(Profile profile, SentBox box, Clock clock, Patience patience) {
        this.profile = profile;
        this.clock = clock;
        this.box = box;
        this.peers = new Peers(profile, patience);
        this.chain = new Chain(new PortBlocks(profile.chaincode()));
        this.follower = new Follower(peers, chain);
        this.resending = new Resending(box, chain, peers, patience);
        this.carrying = new Carrying(peers, chain, box, patience);
        this.reading = new Reading(peers, chain);
    }

    /**
     * Opens the ledger, and reads its chain.
     *
     * @param profile how the channel is reached, and as whom
     * @param directory keeps what was signed and is in no block yet; one ledger's at a time
     * @param clock tells whether the client's certificate holds yet
     * @throws LedgerUnavailable when no peer answers
     */
    public static FabricLedger open(Profile profile, Path directory, Clock clock, Patience patience) {
        SentBox box = SentBox.open(directory);
        FabricLedger ledger;
        try {
            ledger = new FabricLedger(profile, box, clock, patience);
        } catch (RuntimeException failed) {
            box.close();
            throw failed;
        }
        try {
            ledger.catchUp();
            return ledger;
        } catch (RuntimeException failed) {
            ledger.close();
            throw failed;
        }
    }

    private void catchUp() {
        follower.start();
        try {
            long height = peers.ask(0, peers::height);
            while (!chain.await(height - 1, Duration.ofSeconds(10), closed::get)) {
                Optional<String> trouble = follower.trouble();
                if (trouble.isPresent()) {
                    throw unopened(trouble.get(), null);
                }
            }
        } catch (GatewayException failed) {
            throw unopened(Failures.text(failed), failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw unopened("it was interrupted", interrupted);
        }
        resending.start();
    }

    private LedgerUnavailable unopened(String why, @org.jspecify.annotations.Nullable Exception cause) {
        String message = "channel '" + profile.channel() + "' cannot be opened: " + why;
        return cause == null
                ? LedgerUnavailable.nothingTaken(Stage.PROPOSED, message)
                : LedgerUnavailable.nothingTaken(Stage.PROPOSED, message, cause);
    }

    @Override
    public CompletableFuture<Submission> submit(Batch batch, StageListener stages) {
        Underway carried = Underway.toBeTold(stages);
        underway.acquireUninterruptibly();
        if (closed.get()) {
            underway.release();
            carried.broke(LedgerUnavailable.nothingTaken(Stage.PROPOSED, "the ledger is closed"));
            return carried.outcome();
        }
        carriers.execute(() -> {
            try {
                carrying.carry(batch, carried);
            } finally {
                underway.release();
            }
        });
        return carried.outcome();
    }

    /**
     * Ties an organisation to the membership provider that this client belongs to, and waits until that stands. From then on
     * what concerns its agreements needs its peers.
     *
     * @return the number of the block that it stands in
     * @throws LedgerUnavailable also where the chaincode does not take it, with the reason
     */
    public long bind(SignedBinding binding) {
        underway.acquireUninterruptibly();
        try {
            if (closed.get()) {
                throw LedgerUnavailable.nothingTaken(Stage.PROPOSED, "the ledger is closed");
            }
            return carrying.bind(binding);
        } finally {
            underway.release();
        }
    }

    @Override
    public Optional<TransactionPlace> find(TransactionId transaction) {
        return reading.find(transaction).by().map(by -> {
            Verdict verdict = carrying.seen(by.carrier());
            return new TransactionPlace(verdict.block(), verdict.batch(), by.place());
        });
    }

    @Override
    public Optional<State> state(StateKey key) {
        return reading.state(key).state();
    }

    @Override
    public List<StateEntry> states(String prefix) {
        return reading.startingWith(prefix).stream()
                .map(entry -> new StateEntry(entry.key(), entry.state()))
                .sorted(Comparator.comparing(StateEntry::key))
                .toList();
    }

    @Override
    public List<StateVersion> history(StateKey key) {
        return reading.history(key).versions().stream()
                .map(version ->
                        new StateVersion(carrying.seen(version.carrier()).block(), version.state()))
                .toList();
    }

    @Override
    public List<StandingState> standing(String from, String to, int atMost) {
        return reading.standing(from, to, atMost).stream().map(this::standing).toList();
    }

    private StandingState standing(StatePage.Entry entry) {
        return new StandingState(
                entry.key(),
                entry.state(),
                carrying.seen(entry.carrier().orElseThrow()).block());
    }

    @Override
    public long height() {
        return chain.height();
    }

    @Override
    public Optional<Block> block(long number) {
        return number >= 0 && number < height() ? Optional.of(read(number)) : Optional.empty();
    }

    private Block read(long number) {
        return chain.recent(number).orElseGet(() -> chain.again(fetched(number)));
    }

    /** The channel's own block with the number: who asked for what, who vouched, and what the peers said of it. */
    public Optional<FabricBlock> channelBlock(long number) {
        return number >= 0 && number < height() ? Optional.of(fetched(number)) : Optional.empty();
    }

    private FabricBlock fetched(long number) {
        try {
            return FabricBlock.read(peers.block(number));
        } catch (GatewayException failed) {
            throw LedgerUnavailable.nothingTaken(
                    Stage.PROPOSED, "block " + number + " cannot be read: " + Failures.text(failed), failed);
        }
    }

    @Override
    public BlockStream blocks(long from) {
        if (from < 0 || from > height()) {
            throw new IllegalArgumentException("blocks cannot be followed from number " + from + "; expected 0 to "
                    + height() + ", which is the next block");
        }
        return new Following(chain, this::read, from);
    }

    @Override
    public Health health() {
        List<String> notes = new ArrayList<>(box.notes());
        follower.trouble().ifPresent(notes::add);
        Instant until = profile.identity().certificate().getNotAfter().toInstant();
        boolean expired = !clock.instant().isBefore(until);
        if (expired) {
            notes.add("the certificate of this client expired at " + until + "; the peers take nothing from it:"
                    + " have it renewed");
        } else if (clock.instant().plus(SOON).isAfter(until)) {
            notes.add("the certificate of this client expires at " + until + "; have it renewed before");
        }
        boolean writable = !closed.get() && !expired && follower.trouble().isEmpty();
        return new Health(writable, height(), notes);
    }

    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        // what is underway ends, each within its patience
        underway.acquireUninterruptibly(UNDERWAY);
        underway.release(UNDERWAY);
        carriers.shutdown();
        resending.close();
        chain.close();
        follower.close();
        peers.close();
        box.close();
    }
}
