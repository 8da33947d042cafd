package io.smartblocks.ledger.fabric;

import io.smartblocks.ledger.fabric.block.FabricBlock;
import io.smartblocks.ledger.peer.AdoptedPart;
import io.smartblocks.ledger.peer.Adoption;
import io.smartblocks.ledger.peer.Functions;
import io.smartblocks.ledger.peer.SignedBinding;
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
import io.smartblocks.ledger.proof.Hash;
import io.smartblocks.ledger.state.State;
import io.smartblocks.ledger.state.StateEntry;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.transaction.CanonicalJson;
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
 * What was seen of the chain is kept beside it, so that opening reads what is new.
 */
public final class FabricLedger implements Ledger {

    // each waits for its block, and orderers take seconds for one: so many at once, not so many calls
    private static final int UNDERWAY = 400;

    private static final Duration A_WHILE = Duration.ofSeconds(10);
    private static final Duration SOON = Duration.ofDays(30);

    private final Profile profile;
    private final Clock clock;
    private final Peers peers;
    private final Chain chain;
    private final SentBox box;
    private final ChainIndex index;
    private final Follower follower;
    private final Presence presence;
    private final Resending resending;
    private final Carrying carrying;
    private final Reading reading;
    private final Blocks blocks;
    private final Places places;
    private final Semaphore underway = new Semaphore(UNDERWAY, true);
    private final AtomicBoolean closed = new AtomicBoolean();
    private final ExecutorService carriers = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "smartblocks-fabric-carrier");
        thread.setDaemon(true);
        return thread;
    });

    private FabricLedger(Profile profile, SentBox box, ChainIndex index, Clock clock, Patience patience) {
        this.profile = profile;
        this.clock = clock;
        this.box = box;
        this.index = index;
        this.peers = new Peers(profile, patience);
        PortBlocks made = new PortBlocks(profile.chaincode());
        this.chain = new Chain(made, index);
        this.follower = new Follower(peers, chain);
        this.presence = new Presence(peers, chain, follower);
        this.resending = new Resending(box, chain, peers, patience);
        this.reading = new Reading(peers, chain);
        this.blocks = new Blocks(peers, chain, presence, index.adopted(), made);
        Verdicts verdicts = new Verdicts(chain, patience);
        this.places = new Places(reading, chain, verdicts, index.adopted(), blocks);
        this.carrying = new Carrying(peers, chain, verdicts, places, box, patience);
    }

    /**
     * Opens the ledger, and reads what is new in its chain.
     *
     * @param profile how the channel is reached, and as whom
     * @param directory keeps what was seen of the chain, and what was signed and is in no block yet; one ledger's at a time
     * @param clock tells whether the client's certificate holds yet
     * @throws LedgerUnavailable when no peer answers, or none takes this client for one of the channel
     * @throws OtherChannel when the directory is that of another channel
     */
    public static FabricLedger open(Profile profile, Path directory, Clock clock, Patience patience) {
        return open(profile, directory, clock, patience, false);
    }

    /**
     * Opens the ledger also where no peer answers now: until one does, it knows what it saw before, takes nothing, and says so
     * by {@link #health}.
     */
    public static FabricLedger openEvenAway(Profile profile, Path directory, Clock clock, Patience patience) {
        return open(profile, directory, clock, patience, true);
    }

    private static FabricLedger open(
            Profile profile, Path directory, Clock clock, Patience patience, boolean evenAway) {
        SentBox box = SentBox.open(directory);
        FabricLedger ledger;
        try {
            ChainIndex index = ChainIndex.open(
                    directory, "channel '" + profile.channel() + "' with chaincode '" + profile.chaincode() + "'");
            try {
                ledger = new FabricLedger(profile, box, index, clock, patience);
            } catch (RuntimeException failed) {
                index.close();
                throw failed;
            }
        } catch (RuntimeException failed) {
            box.close();
            throw failed;
        }
        try {
            ledger.catchUp(evenAway);
            return ledger;
        } catch (RuntimeException failed) {
            ledger.close();
            throw failed;
        }
    }

    private void catchUp(boolean evenAway) {
        follower.start();
        try {
            long height = presence.greet();
            boolean there = chain.seen().await(height - 1, A_WHILE, closed::get);
            while (!there && (follower.trouble().isEmpty() || !evenAway)) {
                Optional<String> trouble = follower.trouble();
                if (trouble.isPresent()) {
                    throw unopened(trouble.get(), null);
                }
                there = chain.seen().await(height - 1, A_WHILE, closed::get);
            }
            presence.greet();
        } catch (GatewayException failed) {
            if (!evenAway || !Failures.away(failed)) {
                throw unopened(Failures.text(failed), failed);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw unopened("it was interrupted", interrupted);
        }
        presence.start();
        resending.start();
    }

    private LedgerUnavailable unopened(String why, @org.jspecify.annotations.Nullable Exception cause) {
        String message = "channel '" + profile.channel() + "' cannot be opened: "
                + expiry().map(expired -> expired + "; ").orElse("") + why;
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

    /** The membership provider that this client belongs to. */
    public String msp() {
        return profile.identity().msp();
    }

    /**
     * Ties an organisation to the membership provider that this client belongs to, and waits until that stands. From then on
     * what concerns its agreements needs its peers.
     *
     * @return the number of the block that it stands in
     * @throws LedgerUnavailable also where the chaincode does not take it, with the reason
     */
    public long bind(SignedBinding binding) {
        return chain.numbering().port(written(Functions.BIND, CanonicalJson.write(binding)));
    }

    /** How much of a ledger of one machine the channel has taken over. */
    public Adoption adoption() {
        return reading.adoption();
    }

    /**
     * Has the channel take over the next blocks of a ledger of one machine, while nothing else stands there, and waits until
     * they do; they are blocks of this ledger once {@link #adopted} stands.
     *
     * @throws LedgerUnavailable also where the chaincode does not take them, with the reason
     */
    public void adopt(AdoptedPart.Run run) {
        written(Functions.ADOPT, run.json());
    }

    /**
     * Ends the taking over: the ledger stands here, and goes on behind the last of those blocks.
     *
     * @param last the hash of its header
     * @throws LedgerUnavailable also where the chaincode does not take it, with the reason
     */
    public void adopted(Hash last) {
        written(Functions.ADOPTED, last.value());
    }

    private long written(String function, String argument) {
        underway.acquireUninterruptibly();
        try {
            if (closed.get()) {
                throw LedgerUnavailable.nothingTaken(Stage.PROPOSED, "the ledger is closed");
            }
            return carrying.written(function, argument);
        } finally {
            underway.release();
        }
    }

    @Override
    public Optional<TransactionPlace> find(TransactionId transaction) {
        return places.of(transaction);
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
        return places.history(key);
    }

    @Override
    public List<StandingState> standing(String from, String to, int atMost) {
        return places.standing(from, to, atMost);
    }

    @Override
    public long height() {
        return chain.height();
    }

    @Override
    public Optional<Block> block(long number) {
        return blocks.block(number);
    }

    /**
     * The channel's own block that holds a block: who asked for what, who vouched, and what the peers said of it. Of a block
     * that was taken over, the first that carried some of it.
     */
    public Optional<FabricBlock> channelBlock(long number) {
        return blocks.channelBlock(number);
    }

    /** The channel's own transaction that carried a batch of a block. */
    public Optional<Carrier> carrier(long number, int batch) {
        return blocks.carrier(number, batch);
    }

    @Override
    public BlockStream blocks(long from) {
        return blocks.from(from);
    }

    @Override
    public Health health() {
        List<String> notes = new ArrayList<>(box.notes());
        index.note().ifPresent(notes::add);
        presence.trouble().ifPresent(notes::add);
        Optional<String> expired = expiry();
        expired.ifPresent(notes::add);
        if (expired.isEmpty() && clock.instant().plus(SOON).isAfter(lasting())) {
            notes.add("the certificate of this client expires at " + lasting() + "; have it renewed before");
        }
        boolean writable =
                !closed.get() && expired.isEmpty() && presence.trouble().isEmpty();
        return new Health(writable, height(), notes);
    }

    /** That the peers take nothing from this client any more, which they tell in words that may not say why. */
    private Optional<String> expiry() {
        return clock.instant().isBefore(lasting())
                ? Optional.empty()
                : Optional.of("the certificate of this client expired at " + lasting()
                        + "; the peers take nothing from it: have it renewed");
    }

    private Instant lasting() {
        return profile.identity().certificate().getNotAfter().toInstant();
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
        presence.close();
        resending.close();
        chain.seen().close();
        chain.progress().close();
        follower.close();
        peers.close();
        index.close();
        box.close();
    }
}
