package io.smartblocks.ledger.embedded;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.port.Block;
import io.smartblocks.ledger.port.CommittedBatch;
import io.smartblocks.ledger.port.TransactionPlace;
import io.smartblocks.ledger.state.State;
import io.smartblocks.ledger.state.StateEntry;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.state.StateView;
import io.smartblocks.ledger.transaction.CanonicalJson;
import io.smartblocks.ledger.transaction.RequestKey;
import io.smartblocks.ledger.transaction.Transaction;
import io.smartblocks.ledger.transaction.TransactionId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.type.StringDataType;

/** What the blocks amount to: states, their history, and where transactions stand; can be dropped and made again. */
final class LedgerIndex implements StateView, AutoCloseable {

    private static final String HEIGHT = "height";
    // the store's other file systems close the file for everyone when one reading thread is interrupted
    private static final String UNHARMED_BY_INTERRUPTS = "async:";
    private static final String LAST_HASH = "last-hash";

    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final MVStore store;
    private final MVMap<String, String> marks;
    private final MVMap<String, String> states;
    private final MVMap<String, String> history;
    private final MVMap<String, String> transactions;
    private final MVMap<String, String> requests;

    private LedgerIndex(MVStore store) {
        this.store = store;
        marks = open("marks");
        states = open("states");
        history = open("history");
        transactions = open("transactions");
        requests = open("requests");
    }

    /** Opens the index in a file, which nobody else may have open. */
    static LedgerIndex in(Path file) {
        return new LedgerIndex(new MVStore.Builder()
                .fileName(UNHARMED_BY_INTERRUPTS + file)
                .autoCommitDisabled()
                .autoCommitBufferSize(0)
                .open());
    }

    /** An index that is gone when it is closed. */
    static LedgerIndex inMemory() {
        return new LedgerIndex(new MVStore.Builder().autoCommitDisabled().open());
    }

    private MVMap<String, String> open(String name) {
        return store.openMap(
                name,
                new MVMap.Builder<String, String>()
                        .keyType(StringDataType.INSTANCE)
                        .valueType(StringDataType.INSTANCE));
    }

    /** How many blocks it has taken in. */
    long height() {
        return Long.parseLong(marks.getOrDefault(HEIGHT, "0"));
    }

    /** The hash of the last block it has taken in. */
    String lastHash() {
        return marks.getOrDefault(LAST_HASH, "");
    }

    /** Takes in the next block; whoever reads sees all of it or nothing. */
    void apply(Block block) {
        lock.writeLock().lock();
        try {
            for (int i = 0; i < block.batches().size(); i++) {
                apply(block.number(), i, block.batches().get(i));
            }
            marks.put(HEIGHT, Long.toString(block.number() + 1));
            marks.put(LAST_HASH, block.hash().value());
        } finally {
            lock.writeLock().unlock();
        }
    }

    private void apply(long block, int batch, CommittedBatch committed) {
        for (StateEntry write : committed.writes()) {
            states.put(write.key().value(), CanonicalJson.write((Record) write.state()));
            history.put(historyKey(write.key(), block), "");
        }
        for (int place = 0; place < committed.transactions().size(); place++) {
            Transaction transaction = committed.transactions().get(place);
            transactions.put(transaction.id().toString(), block + " " + batch + " " + place);
            requests.put(
                    requestKey(transaction.body().signer(), transaction.body().requestKey()),
                    transaction.id() + " " + transaction.body().requestHash());
        }
    }

    /** Hands what was taken in to the file system, as far as a crash of the process goes. */
    void commit() {
        store.commit();
    }

    boolean hasUncommitted() {
        return store.hasUnsavedChanges();
    }

    @Override
    public Optional<State> state(StateKey key) {
        return reading(() -> Optional.ofNullable(states.get(key.value())).map(LedgerIndex::parse));
    }

    @Override
    public List<StateEntry> states(String prefix) {
        return reading(() -> {
            List<StateEntry> found = new ArrayList<>();
            Iterator<String> keys = states.keyIterator(prefix);
            while (keys.hasNext()) {
                String key = keys.next();
                if (!key.startsWith(prefix)) {
                    break;
                }
                found.add(new StateEntry(new StateKey(key), parse(states.get(key))));
            }
            return found;
        });
    }

    /** The blocks that wrote the key, oldest first. */
    List<Long> blocksThatWrote(StateKey key) {
        return reading(() -> {
            List<Long> blocks = new ArrayList<>();
            String prefix = key.value() + '\n';
            Iterator<String> keys = history.keyIterator(prefix);
            while (keys.hasNext()) {
                String entry = keys.next();
                if (!entry.startsWith(prefix)) {
                    break;
                }
                blocks.add(Long.parseLong(entry.substring(prefix.length()), 16));
            }
            return blocks;
        });
    }

    Optional<TransactionPlace> find(TransactionId id) {
        return reading(() -> Optional.ofNullable(transactions.get(id.toString())))
                .map(text -> {
                    String[] parts = text.split(" ");
                    return new TransactionPlace(
                            Long.parseLong(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
                });
    }

    /** The transaction that was committed for a request, and the hash of what it asked. */
    Optional<EarlierRequest> earlier(MemberId signer, RequestKey key) {
        return reading(() -> Optional.ofNullable(requests.get(requestKey(signer, key))))
                .map(EarlierRequest::parse);
    }

    private <T> T reading(Supplier<T> read) {
        lock.readLock().lock();
        try {
            return read.get();
        } finally {
            lock.readLock().unlock();
        }
    }

    private static State parse(String json) {
        return CanonicalJson.read(json, State.class);
    }

    private static String historyKey(StateKey key, long block) {
        return key.value() + '\n' + String.format(Locale.ROOT, "%016x", block);
    }

    private static String requestKey(MemberId signer, RequestKey key) {
        return signer + " " + key;
    }

    @Override
    public void close() {
        store.close();
    }
}
