package io.smartblocks.ledger.fabric;

import io.smartblocks.ledger.peer.AdoptedPart;
import io.smartblocks.ledger.port.CommittedBatch;
import io.smartblocks.ledger.port.TransactionPlace;
import io.smartblocks.ledger.state.StateEntry;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.transaction.TransactionId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.type.ByteArrayDataType;
import org.h2.mvstore.type.LongDataType;
import org.h2.mvstore.type.StringDataType;

/** Where the blocks of a ledger that was taken over stand in the channel, and in which of them what is found. */
final class AdoptedIndex {

    private static final int PLACE_BYTES = Long.BYTES + 2 * Integer.BYTES;

    private final MVMap<Long, Long> carriers;
    private final MVMap<byte[], byte[]> places;
    private final MVMap<String, byte[]> written;

    AdoptedIndex(MVStore store) {
        carriers = store.openMap(
                "adopted",
                new MVMap.Builder<Long, Long>().keyType(LongDataType.INSTANCE).valueType(LongDataType.INSTANCE));
        places = store.openMap(
                "adopted-transactions",
                new MVMap.Builder<byte[], byte[]>()
                        .keyType(ByteArrayDataType.INSTANCE)
                        .valueType(ByteArrayDataType.INSTANCE));
        written = store.openMap(
                "adopted-states",
                new MVMap.Builder<String, byte[]>()
                        .keyType(StringDataType.INSTANCE)
                        .valueType(ByteArrayDataType.INSTANCE));
    }

    /** Adds what a block of the channel carried; a second time it changes nothing. */
    void add(long carrier, List<AdoptedPart> parts) {
        for (AdoptedPart part : parts) {
            carriers.putIfAbsent(part.number(), carrier);
            for (int i = 0; i < part.batches().size(); i++) {
                add(part.number(), part.first() + i, part.batches().get(i));
            }
        }
    }

    private void add(long block, int place, CommittedBatch batch) {
        for (int i = 0; i < batch.transactions().size(); i++) {
            byte[] value = ByteBuffer.allocate(PLACE_BYTES)
                    .putLong(block)
                    .putInt(place)
                    .putInt(i)
                    .array();
            places.put(key(batch.transactions().get(i).id()), value);
        }
        for (StateEntry write : batch.writes()) {
            byte[] known = written.getOrDefault(write.key().value(), new byte[0]);
            if (known.length == 0 || lastOf(known) < block) {
                byte[] more = ByteBuffer.allocate(known.length + Long.BYTES)
                        .put(known)
                        .putLong(block)
                        .array();
                written.put(write.key().value(), more);
            }
        }
    }

    private static long lastOf(byte[] blocks) {
        return ByteBuffer.wrap(blocks).getLong(blocks.length - Long.BYTES);
    }

    private static byte[] key(TransactionId id) {
        return id.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The block of the channel that carried the block, or its first batches. */
    Optional<Long> carrier(long number) {
        return Optional.ofNullable(carriers.get(number));
    }

    Optional<TransactionPlace> place(TransactionId transaction) {
        return Optional.ofNullable(places.get(key(transaction)))
                .map(ByteBuffer::wrap)
                .map(value -> {
                    return new TransactionPlace(value.getLong(), value.getInt(), value.getInt());
                });
    }

    /** The blocks in which something was written under the key, oldest first. */
    List<Long> writtenIn(StateKey key) {
        ByteBuffer blocks = ByteBuffer.wrap(written.getOrDefault(key.value(), new byte[0]));
        return LongStream.generate(blocks::getLong)
                .limit(blocks.remaining() / Long.BYTES)
                .boxed()
                .toList();
    }
}
