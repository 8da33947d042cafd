package io.smartblocks.ledger.embedded;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.port.TransactionPlace;
import io.smartblocks.ledger.state.StateView;
import io.smartblocks.ledger.transaction.RequestKey;
import io.smartblocks.ledger.transaction.TransactionId;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What stands behind the blocks that were checked so far: an index of its own in a temporary file, which points into the files of
 * blocks. Blocks are counted in the order in which they come, whatever number they bear.
 */
final class CheckedBlocks implements AutoCloseable {

    private final Path temporary;
    private final LedgerIndex index;
    private final List<ByteBuffer> files = new ArrayList<>();
    private final Map<Integer, byte[]> apart = new HashMap<>();
    private long[] numbers = new long[1024];
    private long[] starts = new long[1024];
    private int count;

    CheckedBlocks() throws IOException {
        temporary = Files.createTempFile("smartblocks-verify", ".mv");
        index = LedgerIndex.in(temporary, this::text);
    }

    StateView states() {
        return index;
    }

    /** From here on blocks stand in this file. */
    synchronized void begin(ByteBuffer file) {
        files.add(file);
    }

    /** Takes in a block whose bytes begin there in the file. */
    void add(long number, int start, byte[] content) {
        take(number, (long) (files.size() - 1) << Integer.SIZE | start, content);
    }

    /** Takes in a block that does not stand so in the file, as one that was damaged. */
    void addApart(long number, byte[] content) {
        synchronized (this) {
            apart.put(count, content);
        }
        take(number, 0, content);
    }

    private void take(long number, long start, byte[] content) {
        BlockText text = BlockText.of(number, content);
        synchronized (this) {
            if (count == numbers.length) {
                numbers = Arrays.copyOf(numbers, count * 2);
                starts = Arrays.copyOf(starts, count * 2);
            }
            numbers[count] = number;
            starts[count++] = start;
        }
        index.apply(new BlockText(count - 1L, content, text.hash(), text.transactions(), text.writes()));
        if (index.uncommitted() >= IndexHolder.MOST_UNCOMMITTED) {
            index.commit();
        }
    }

    /** The block in which a transaction stands already. */
    Optional<Long> blockOf(TransactionId id) {
        return index.find(id).map(TransactionPlace::block).map(counted -> numbers[Math.toIntExact(counted)]);
    }

    boolean answered(MemberId signer, RequestKey key) {
        return index.isAnswered(signer, key);
    }

    private synchronized byte[] text(TextPlace place) {
        int counted = Math.toIntExact(place.block());
        byte[] text = new byte[place.length()];
        byte[] kept = apart.get(counted);
        if (kept != null) {
            System.arraycopy(kept, place.start(), text, 0, text.length);
        } else {
            files.get((int) (starts[counted] >>> Integer.SIZE)).get((int) starts[counted] + place.start(), text);
        }
        return text;
    }

    @Override
    public void close() throws IOException {
        index.close();
        Files.deleteIfExists(temporary);
    }
}
