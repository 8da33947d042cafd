package io.smartblocks.ledger.port;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongFunction;

/** Takes block after block of a chain, and waits at its end for the next; for those who make ledgers. */
public final class Following implements BlockStream {

    private static final Duration FOR_EVER = Duration.ofDays(10_000);

    private final Progress progress;
    private final LongFunction<Block> blocks;
    private volatile long position;
    private volatile boolean closed;

    /**
     * From a block on, which may be the next one.
     *
     * @param blocks reads a block that stands
     */
    public Following(Progress progress, LongFunction<Block> blocks, long from) {
        long height = progress.height();
        if (from < 0 || from > height) {
            throw new IllegalArgumentException("blocks cannot be followed from number " + from + "; expected 0 to "
                    + height + ", which is the next block");
        }
        this.progress = progress;
        this.blocks = blocks;
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
        Block block = blocks.apply(position);
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
