package io.smartblocks.ledger.fabric;

import io.smartblocks.ledger.port.Block;
import io.smartblocks.ledger.port.BlockStream;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongFunction;

/** Takes block after block, and waits at the chain's end for the next. */
final class Following implements BlockStream {

    private static final Duration FOR_EVER = Duration.ofDays(10_000);

    private final Chain chain;
    private final LongFunction<Block> blocks;
    private volatile long position;
    private volatile boolean closed;

    Following(Chain chain, LongFunction<Block> blocks, long from) {
        this.chain = chain;
        this.blocks = blocks;
        this.position = from;
    }

    @Override
    public Optional<Block> next() throws InterruptedException {
        return next(FOR_EVER);
    }

    @Override
    public Optional<Block> next(Duration atMost) throws InterruptedException {
        if (!chain.await(position, atMost, () -> closed)) {
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
        chain.wake();
    }
}
