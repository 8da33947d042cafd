package io.smartblocks.ledger.fabric.standin;

import com.google.protobuf.ByteString;
import com.google.protobuf.Timestamp;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVMetadataWrite;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWrite;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.Version;

/** What stands at one peer; who reads holds on to what stood when it began. */
final class WorldState {

    private static final Comparator<String> AS_BYTES = (one, other) ->
            Arrays.compareUnsigned(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));

    private final Map<String, List<Past>> history = new ConcurrentHashMap<>();
    private volatile NavigableMap<String, Cell> cells = new TreeMap<>(AS_BYTES);

    record Cell(ByteString value, Map<String, ByteString> metadata, Version version) {}

    record Past(String transaction, ByteString value, Timestamp time, boolean deleted) {}

    NavigableMap<String, Cell> snapshot() {
        return Collections.unmodifiableNavigableMap(cells);
    }

    List<Past> history(String key) {
        return history.getOrDefault(key, List.of());
    }

    /** The state that a block is applied to, transaction after transaction; seen by others when it is done. */
    Next next() {
        return new Next();
    }

    final class Next {

        private final NavigableMap<String, Cell> then = new TreeMap<>(cells);
        private final List<Runnable> pasts = new ArrayList<>();

        NavigableMap<String, Cell> cells() {
            return then;
        }

        void apply(KVRWSet keys, String transaction, Timestamp time, Version version) {
            for (KVWrite write : keys.getWritesList()) {
                Cell before = then.get(write.getKey());
                if (write.getIsDelete()) {
                    then.remove(write.getKey());
                } else {
                    then.put(
                            write.getKey(),
                            new Cell(write.getValue(), before == null ? Map.of() : before.metadata(), version));
                }
                Past past = new Past(transaction, write.getValue(), time, write.getIsDelete());
                pasts.add(() -> history.merge(write.getKey(), List.of(past), WorldState::joined));
            }
            for (KVMetadataWrite write : keys.getMetadataWritesList()) {
                Map<String, ByteString> entries = new TreeMap<>();
                write.getEntriesList().forEach(entry -> entries.put(entry.getName(), entry.getValue()));
                then.computeIfPresent(write.getKey(), (key, cell) -> new Cell(cell.value(), entries, version));
            }
        }

        void done() {
            pasts.forEach(Runnable::run);
            cells = then;
        }
    }

    private static List<Past> joined(List<Past> before, List<Past> more) {
        List<Past> all = new ArrayList<>(before);
        all.addAll(more);
        return List.copyOf(all);
    }
}
