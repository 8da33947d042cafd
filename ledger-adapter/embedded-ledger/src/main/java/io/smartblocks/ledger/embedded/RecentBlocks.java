package io.smartblocks.ledger.embedded;

import io.smartblocks.ledger.port.Block;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** The blocks that were appended last: who follows the chain closely need not read their text again. */
final class RecentBlocks {

    // of text, of which the blocks take a few times as much
    private static final long MOST_BYTES = 4L << 20;

    private final Deque<Kept> kept = new ArrayDeque<>();
    private long bytes;

    private record Kept(Block block, int bytes) {}

    /** Keeps the next block, and forgets the first ones where they are too many. */
    synchronized void add(Block block, int itsBytes) {
        kept.addLast(new Kept(block, itsBytes));
        bytes += itsBytes;
        while (bytes > MOST_BYTES) {
            bytes -= kept.removeFirst().bytes();
        }
    }

    synchronized Optional<Block> block(long number) {
        return kept.stream()
                .map(Kept::block)
                .filter(block -> block.number() == number)
                .findFirst();
    }
}
