package io.smartblocks.ledger.port;

import io.smartblocks.ledger.family.BatchDecision;
import io.smartblocks.ledger.family.BlockLimits;
import io.smartblocks.ledger.family.Families;
import io.smartblocks.ledger.family.RefusalCode;
import io.smartblocks.ledger.family.SignatureMemo;
import io.smartblocks.ledger.identity.Signer;
import io.smartblocks.ledger.port.Submission.Committed;
import io.smartblocks.ledger.port.Submission.Refused;
import io.smartblocks.ledger.proof.Hash;
import io.smartblocks.ledger.state.State;
import io.smartblocks.ledger.state.StateEntry;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.state.StateOverlay;
import io.smartblocks.ledger.state.StateView;
import io.smartblocks.ledger.transaction.Transaction;
import io.smartblocks.ledger.transaction.TransactionBody;
import io.smartblocks.ledger.transaction.TransactionId;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** A ledger in memory, for tests of what stands before a ledger: each batch makes a block of its own at once. */
public final class MemoryLedger implements Ledger {

    private final Clock clock;
    private final Signer signer;
    private final List<Block> blocks = new ArrayList<>();
    private final Map<TransactionId, TransactionPlace> places = new HashMap<>();
    private final Map<String, Transaction> requests = new HashMap<>();
    private final StateOverlay states = new StateOverlay(new Nothing());
    private Progress progress = new Progress(0);
    private boolean closed;

    public MemoryLedger(Clock clock, Signer signer) {
        this.clock = clock;
        this.signer = signer;
    }

    /** Open again, with all that stood. */
    public synchronized MemoryLedger opened() {
        closed = false;
        progress = new Progress(blocks.size());
        return this;
    }

    @Override
    public synchronized CompletableFuture<Submission> submit(Batch batch, StageListener stages) {
        Underway underway = Underway.toBeTold(stages);
        if (closed) {
            underway.broke(LedgerUnavailable.nothingTaken(Stage.PROPOSED, "the ledger is closed"));
            return underway.outcome();
        }
        underway.reached(Stage.PROPOSED);
        underway.ended(answered(batch.transactions()).orElseGet(() -> decide(batch.transactions(), underway)));
        return underway.outcome();
    }

    private Optional<Submission> answered(List<Transaction> batch) {
        Set<String> names = new HashSet<>();
        List<Transaction> earlier = new ArrayList<>();
        for (int i = 0; i < batch.size(); i++) {
            if (!names.add(nameOf(batch.get(i)))) {
                return Optional.of(
                        new Refused(RefusalCode.TRANSACTION_REPEATED.code(), i, "it stands twice in the batch"));
            }
            Transaction before = requests.get(nameOf(batch.get(i)));
            if (before != null) {
                earlier.add(before);
                if (!before.body().requestHash().equals(batch.get(i).body().requestHash())) {
                    return Optional.of(used(i, "for something else"));
                }
            }
        }
        if (!earlier.isEmpty() && earlier.size() < batch.size()) {
            return Optional.of(used(batch.indexOf(earlier.get(0)), "in another batch"));
        }
        List<TransactionId> ids = earlier.stream().map(Transaction::id).toList();
        return ids.stream().map(id -> places.get(id).block()).reduce(Math::max).map(block -> new Committed(block, ids));
    }

    private static Submission used(int place, String how) {
        return new Refused(RefusalCode.REQUEST_KEY_USED.code(), Math.max(place, 0), "the request key was used " + how);
    }

    private Submission decide(List<Transaction> batch, Underway underway) {
        Instant time = clock.instant();
        BatchDecision decision =
                Families.decide(batch, states, new BlockLimits(blocks.size(), time), new SignatureMemo());
        if (decision instanceof BatchDecision.Refused refused) {
            return new Refused(refused.code().code(), refused.place(), refused.message());
        }
        underway.reached(Stage.ENDORSED);
        underway.reached(Stage.SUBMITTED);
        List<StateEntry> writes = ((BatchDecision.Applied) decision).writes();
        states.write(writes);
        long number = blocks.size();
        for (int i = 0; i < batch.size(); i++) {
            places.put(batch.get(i).id(), new TransactionPlace(number, 0, i));
            requests.put(nameOf(batch.get(i)), batch.get(i));
        }
        blocks.add(block(List.of(new CommittedBatch(batch, writes)), time));
        progress.reached(blocks.size());
        return new Committed(number, batch.stream().map(Transaction::id).toList());
    }

    /** Makes a block that holds nothing, as others make of configurations. */
    public synchronized void makeEmptyBlock() {
        blocks.add(block(List.of(), clock.instant()));
        progress.reached(blocks.size());
    }

    private Block block(List<CommittedBatch> batches, Instant time) {
        BlockHeader header = new BlockHeader(
                blocks.size(),
                time,
                blocks.isEmpty() ? Hash.NONE : blocks.get(blocks.size() - 1).hash(),
                Block.transactionTree(batches).root(),
                Block.changeTree(batches).root(),
                signer.member(),
                signer.publicKey());
        byte[] signature = signer.sign(header.hash().bytes());
        return new Block(header, Base64.getEncoder().encodeToString(signature), batches);
    }

    private static String nameOf(Transaction transaction) {
        TransactionBody body = transaction.body();
        return body.signer() + " " + body.requestKey();
    }

    @Override
    public synchronized Optional<TransactionPlace> find(TransactionId transaction) {
        return Optional.ofNullable(places.get(transaction));
    }

    @Override
    public synchronized Optional<State> state(StateKey key) {
        return states.state(key);
    }

    @Override
    public synchronized List<StateEntry> states(String prefix) {
        return states.states(prefix);
    }

    @Override
    public synchronized List<StandingState> standing(String from, String to, int atMost) {
        return blocks.stream()
                .flatMap(block -> block.writes().stream())
                .map(StateEntry::key)
                .distinct()
                .sorted()
                .filter(key -> key.value().compareTo(from) >= 0 && key.value().compareTo(to) < 0)
                .limit(atMost)
                .map(key -> {
                    List<StateVersion> versions = history(key);
                    StateVersion last = versions.get(versions.size() - 1);
                    return new StandingState(key, last.state(), last.block());
                })
                .toList();
    }

    @Override
    public synchronized List<StateVersion> history(StateKey key) {
        return blocks.stream()
                .flatMap(block -> block.writes().stream()
                        .filter(write -> write.key().equals(key))
                        .map(write -> new StateVersion(block.number(), write.state())))
                .toList();
    }

    @Override
    public synchronized long height() {
        return blocks.size();
    }

    @Override
    public synchronized Optional<Block> block(long number) {
        return number >= 0 && number < blocks.size() ? Optional.of(blocks.get((int) number)) : Optional.empty();
    }

    @Override
    public synchronized BlockStream blocks(long from) {
        return new Following(progress, number -> block(number).orElseThrow(), from);
    }

    @Override
    public synchronized Health health() {
        return new Health(!closed, height(), List.of());
    }

    @Override
    public synchronized void close() {
        closed = true;
        progress.close();
    }

    private static final class Nothing implements StateView {
        @Override
        public Optional<State> state(StateKey key) {
            return Optional.empty();
        }

        @Override
        public List<StateEntry> states(String prefix) {
            return List.of();
        }
    }
}
