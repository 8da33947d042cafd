package io.smartblocks.ledger.embedded;

import io.smartblocks.ledger.port.Block;
import io.smartblocks.ledger.port.BlockStream;
import java.time.Duration;
import java.util.Optional;

/** Takes block after block, from the files or as it was just written, and waits at their end for the next. */
final class Following implements BlockStream {

    private static final Duration FOR_EVER = Duration.ofDays(10_000);

    private final BlockFiles blocks;
    private final Progress progress;
    private volatile long position;
    private volatile boolean closed;

    Following(BlockFiles blocks, Progress progress, long from) {
        this.blocks = blocks;
        this.progress = progress;
        this.position = from;
    }

    @Override
    public Optional<Block> next() throws InterruptedException {
        return next(FOR_EVER);
    }

    @Override
    public Optional<Block> next(Duration atMost) throws InterruptedException {
        if (!progress.await(position, atMost, () -> closed)) {
            return Optional.empty();
        }
        Block block = blocks.recent().block(position).orElseGet(() -> blocks.read(position));
        position = block.number() + 1;
        return Optional.of(block);
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public void close() {
        closed = true;
        progress.wake();
    }
}
