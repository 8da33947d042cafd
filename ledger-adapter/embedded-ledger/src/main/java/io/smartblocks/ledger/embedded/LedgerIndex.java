package io.smartblocks.ledger.embedded;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.port.StandingState;
import io.smartblocks.ledger.port.StateVersion;
import io.smartblocks.ledger.port.TransactionPlace;
import io.smartblocks.ledger.state.State;
import io.smartblocks.ledger.state.StateEntry;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.state.StateView;
import io.smartblocks.ledger.transaction.CanonicalJson;
import io.smartblocks.ledger.transaction.MalformedJson;
import io.smartblocks.ledger.transaction.RequestKey;
import io.smartblocks.ledger.transaction.Transaction;
import io.smartblocks.ledger.transaction.TransactionId;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.function.Supplier;

/** Finds in the blocks what stands on the ledger and what stood before; can be dropped and made again. */
final class LedgerIndex implements StateView, AutoCloseable {

    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final StateCache cache = new StateCache();
    private final IndexMaps maps;
    private final IndexFilling filling;
    private final Function<TextPlace, byte[]> texts;

    private LedgerIndex(IndexMaps maps, Function<TextPlace, byte[]> texts) {
        this.maps = maps;
        this.filling = new IndexFilling(maps);
        this.texts = texts;
    }

    /** Opens the index in a file, which nobody else may have open; texts are read from the blocks. */
    static LedgerIndex in(Path file, Function<TextPlace, byte[]> texts) {
        return new LedgerIndex(IndexMaps.in(file), texts);
    }

    /** An index that is gone when it is closed. */
    static LedgerIndex inMemory(Function<TextPlace, byte[]> texts) {
        return new LedgerIndex(IndexMaps.inMemory(), texts);
    }

    /** How many blocks it has taken in. */
    long height() {
        return filling.height();
    }

    /** The hash of the last block it has taken in. */
    String lastHash() {
        return filling.lastHash();
    }

    long transactions() {
        return maps.transactions().sizeAsLong();
    }

    long states() {
        return maps.states().sizeAsLong();
    }

    /** Takes in the next block; whoever reads sees all of it or nothing. */
    void apply(BlockText block) {
        lock.writeLock().lock();
        try {
            filling.apply(block);
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** How many transactions were taken in since it was last handed to the file system. */
    long uncommitted() {
        return filling.uncommitted();
    }

    /** Hands what was taken in to the disk. */
    void commit() {
        filling.commit();
    }

    @Override
    public Optional<State> state(StateKey key) {
        return place(key).map(place -> stateAt(key, place));
    }

    private Optional<TextPlace> place(StateKey key) {
        return reading(() -> Optional.ofNullable(maps.states().get(key.value())))
                .map(TextPlace::of);
    }

    @Override
    public List<StateEntry> states(String prefix) {
        List<String> keys = new ArrayList<>();
        List<TextPlace> places = new ArrayList<>();
        reading(() -> {
            Iterator<String> all = maps.states().keyIterator(prefix);
            while (all.hasNext()) {
                String key = all.next();
                if (!key.startsWith(prefix)) {
                    break;
                }
                keys.add(key);
                places.add(TextPlace.of(maps.states().get(key)));
            }
            return keys;
        });
        List<StateEntry> found = new ArrayList<>(keys.size());
        for (int i = 0; i < keys.size(); i++) {
            StateKey key = new StateKey(keys.get(i));
            found.add(new StateEntry(key, stateAt(key, places.get(i))));
        }
        return found;
    }

    /** The first that stand under the keys from one up to, and not including, another. */
    List<StandingState> standing(String from, String to, int atMost) {
        Map<String, TextPlace> places = reading(() -> {
            Map<String, TextPlace> first = new LinkedHashMap<>();
            Iterator<String> keys = maps.states().keyIterator(from);
            while (first.size() < atMost && keys.hasNext()) {
                String key = keys.next();
                if (key.compareTo(to) >= 0) {
                    break;
                }
                first.put(key, TextPlace.of(maps.states().get(key)));
            }
            return first;
        });
        return places.entrySet().stream()
                .map(found -> standing(new StateKey(found.getKey()), found.getValue()))
                .toList();
    }

    private StandingState standing(StateKey key, TextPlace place) {
        return new StandingState(key, stateAt(key, place), place.block());
    }

    /** All that ever stood under the key, oldest first. */
    List<StateVersion> history(StateKey key) {
        return versions(key).stream()
                .map(place -> new StateVersion(place.block(), stateAt(key, place)))
                .toList();
    }

    /** Where all that ever stood under the key stands in the blocks, oldest first. */
    List<TextPlace> versions(StateKey key) {
        return reading(() -> {
            List<TextPlace> places = new ArrayList<>();
            String prefix = key.value() + IndexFilling.END;
            Iterator<String> keys = maps.history().keyIterator(prefix);
            while (keys.hasNext()) {
                String entry = keys.next();
                if (!entry.startsWith(prefix)) {
                    break;
                }
                places.add(TextPlace.of(maps.history().get(entry)));
            }
            byte[] current = maps.states().get(key.value());
            if (current != null) {
                places.add(TextPlace.of(current));
            }
            return places;
        });
    }

    Optional<TransactionPlace> find(TransactionId id) {
        return reading(() -> Optional.ofNullable(maps.ids().get(id.value().bytes()))
                .map(serial -> indexed(serial).at()));
    }

    /** The transaction that was committed for a request. */
    Optional<Transaction> earlier(MemberId signer, RequestKey key) {
        String request = IndexFilling.request(signer.value(), key.value());
        return reading(() -> Optional.ofNullable(maps.requests().get(request)).map(this::indexed))
                .map(found -> transactionAt(found.text()));
    }

    boolean isAnswered(MemberId signer, RequestKey key) {
        return reading(() -> maps.requests().containsKey(IndexFilling.request(signer.value(), key.value())));
    }

    /** The transactions that the filter lets through, newest first, from behind the given place on. */
    List<IndexedTransaction> transactions(TransactionFilter filter, Optional<TransactionPlace> before, int atMost) {
        return reading(() -> new IndexListing(maps).list(filter, before, atMost));
    }

    private IndexedTransaction indexed(long serial) {
        return IndexedTransaction.of(serial, maps.transactions().get(serial));
    }

    Transaction transactionAt(TextPlace place) {
        return read(place, Transaction.class);
    }

    private State stateAt(StateKey key, TextPlace place) {
        return cache.get(place).orElseGet(() -> {
            StateEntry entry = read(place, StateEntry.class);
            if (!entry.key().equals(key)) {
                throw new LedgerDamaged("the index says that '" + key + "' stands where block " + place.block()
                        + " says '" + entry.key() + "'; run 'ledger verify'");
            }
            cache.put(place, entry.state());
            return entry.state();
        });
    }

    private <T> T read(TextPlace place, Class<T> type) {
        try {
            return CanonicalJson.read(new String(texts.apply(place), StandardCharsets.UTF_8), type);
        } catch (MalformedJson malformed) {
            throw new LedgerDamaged(
                    "the index says that something stands at byte " + place.start() + " of block " + place.block()
                            + " that does not; run 'ledger verify'",
                    malformed);
        }
    }

    private <T> T reading(Supplier<T> read) {
        lock.readLock().lock();
        try {
            return read.get();
        } finally {
            lock.readLock().unlock();
        }
    }

    @Override
    public void close() {
        maps.store().close();
    }
}
