package io.smartblocks.ledger.fabric;

import io.smartblocks.ledger.port.Block;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The blocks that were asked for last, as many as have room; for one thread at a time. */
final class RecentBlocks {

    private static final int MOST_BLOCKS = 200;
    private static final long MOST_BYTES = 32L << 20;

    private final Map<Long, Kept> kept = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    private record Kept(Block block, long size) {}

    Optional<Block> find(long number) {
        return Optional.ofNullable(kept.get(number)).map(Kept::block);
    }

    /** Keeps a block whose transactions have so many bytes. */
    void keep(Block block, long size) {
        Kept before = kept.put(block.number(), new Kept(block, size));
        bytes += size - (before == null ? 0 : before.size());
        Iterator<Kept> oldest = kept.values().iterator();
        while (kept.size() > MOST_BLOCKS || bytes > MOST_BYTES && kept.size() > 1) {
            bytes -= oldest.next().size();
            oldest.remove();
        }
    }
}
