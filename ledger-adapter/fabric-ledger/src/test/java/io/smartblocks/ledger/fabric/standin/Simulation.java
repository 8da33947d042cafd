package io.smartblocks.ledger.fabric.standin;

import com.google.protobuf.ByteString;
import io.smartblocks.ledger.fabric.standin.WorldState.Cell;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.hyperledger.fabric.protos.ledger.queryresult.KV;
import org.hyperledger.fabric.protos.ledger.queryresult.KeyModification;
import org.hyperledger.fabric.protos.ledger.rwset.NsReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.TxReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVMetadataEntry;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVMetadataWrite;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRead;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWrite;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.QueryReads;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.RangeQueryInfo;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.Version;
import org.hyperledger.fabric.protos.peer.QueryResponse;
import org.hyperledger.fabric.protos.peer.QueryResultBytes;

/** What one call reads of a peer's state as it stood when the call began, and what it would write. */
final class Simulation {

    private static final int IN_A_PAGE = 100;

    private final String namespace;
    private final NavigableMap<String, Cell> cells;
    private final Function<String, List<WorldState.Past>> history;
    private final Map<String, KVRead> reads = new TreeMap<>();
    private final Map<String, KVWrite> writes = new TreeMap<>();
    private final Map<String, KVMetadataWrite> metadata = new TreeMap<>();
    private final List<Range> ranges = new ArrayList<>();
    private final Map<String, Pages> open = new TreeMap<>();

    Simulation(String namespace, WorldState state) {
        this.namespace = namespace;
        this.cells = state.snapshot();
        this.history = state::history;
    }

    synchronized ByteString get(String key) {
        Cell cell = read(key);
        return cell == null ? ByteString.EMPTY : cell.value();
    }

    synchronized Map<String, ByteString> metadata(String key) {
        Cell cell = read(key);
        return cell == null ? Map.of() : cell.metadata();
    }

    private Cell read(String key) {
        Cell cell = cells.get(key);
        reads.computeIfAbsent(key, unread -> kvRead(key, cell));
        return cell;
    }

    private static KVRead kvRead(String key, Cell cell) {
        KVRead.Builder read = KVRead.newBuilder().setKey(key);
        return cell == null ? read.build() : read.setVersion(cell.version()).build();
    }

    synchronized void put(String key, ByteString value) {
        writes.put(key, KVWrite.newBuilder().setKey(key).setValue(value).build());
    }

    synchronized void delete(String key) {
        writes.put(key, KVWrite.newBuilder().setKey(key).setIsDelete(true).build());
    }

    synchronized void putMetadata(String key, String name, ByteString value) {
        metadata.put(
                key,
                KVMetadataWrite.newBuilder()
                        .setKey(key)
                        .addEntries(KVMetadataEntry.newBuilder().setName(name).setValue(value))
                        .build());
    }

    synchronized QueryResponse range(String id, String from, String to) {
        Range range = new Range(from, to);
        ranges.add(range);
        Iterator<Map.Entry<String, Cell>> entries =
                cells.subMap(from, true, to, false).entrySet().iterator();
        return page(id, new Pages(range, new Iterator<>() {
            @Override
            public boolean hasNext() {
                return entries.hasNext();
            }

            @Override
            public ByteString next() {
                Map.Entry<String, Cell> entry = entries.next();
                range.reads.add(kvRead(entry.getKey(), entry.getValue()));
                return KV.newBuilder()
                        .setNamespace(namespace)
                        .setKey(entry.getKey())
                        .setValue(entry.getValue().value())
                        .build()
                        .toByteString();
            }
        }));
    }

    synchronized QueryResponse history(String id, String key) {
        List<ByteString> newestFirst = new ArrayList<>();
        for (WorldState.Past past : history.apply(key)) {
            newestFirst.add(
                    0,
                    KeyModification.newBuilder()
                            .setTxId(past.transaction())
                            .setValue(past.value())
                            .setTimestamp(past.time())
                            .setIsDelete(past.deleted())
                            .build()
                            .toByteString());
        }
        return page(id, new Pages(new Range("", ""), newestFirst.iterator()));
    }

    synchronized QueryResponse next(String id) {
        return page(id, open.get(id));
    }

    synchronized QueryResponse close(String id) {
        open.remove(id);
        return QueryResponse.newBuilder().setId(id).build();
    }

    private QueryResponse page(String id, Pages pages) {
        QueryResponse.Builder response = QueryResponse.newBuilder().setId(id);
        for (int i = 0; i < IN_A_PAGE && pages.entries.hasNext(); i++) {
            response.addResults(QueryResultBytes.newBuilder().setResultBytes(pages.entries.next()));
        }
        boolean more = pages.entries.hasNext();
        pages.range.exhausted = !more;
        if (more) {
            open.put(id, pages);
        } else {
            open.remove(id);
        }
        return response.setHasMore(more).build();
    }

    /** The reads and writes, as they stand in a block. */
    synchronized ByteString results() {
        KVRWSet keys = KVRWSet.newBuilder()
                .addAllReads(reads.values())
                .addAllRangeQueriesInfo(ranges.stream().map(Range::info).toList())
                .addAllWrites(writes.values())
                .addAllMetadataWrites(metadata.values())
                .build();
        KVRWSet lifecycle = KVRWSet.newBuilder()
                .addReads(KVRead.newBuilder()
                        .setKey("namespaces/fields/" + namespace + "/Sequence")
                        .setVersion(Version.getDefaultInstance()))
                .build();
        return TxReadWriteSet.newBuilder()
                .addNsRwset(
                        NsReadWriteSet.newBuilder().setNamespace("_lifecycle").setRwset(lifecycle.toByteString()))
                .addNsRwset(NsReadWriteSet.newBuilder().setNamespace(namespace).setRwset(keys.toByteString()))
                .build()
                .toByteString();
    }

    private static final class Range {

        private final String from;
        private final String to;
        private final List<KVRead> reads = new ArrayList<>();
        private boolean exhausted;

        Range(String from, String to) {
            this.from = from;
            this.to = to;
        }

        RangeQueryInfo info() {
            return RangeQueryInfo.newBuilder()
                    .setStartKey(from)
                    .setEndKey(to)
                    .setItrExhausted(exhausted)
                    .setRawReads(QueryReads.newBuilder().addAllKvReads(reads))
                    .build();
        }
    }

    private record Pages(Range range, Iterator<ByteString> entries) {}
}
