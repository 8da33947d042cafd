package io.smartblocks.ledger.readmodel;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smartblocks.ledger.port.Block;
import io.smartblocks.ledger.port.CommittedBatch;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Keeps the blocks that were read last, since who looks at one transaction looks at its neighbours next. */
final class KeptBlocks implements BlockSource {

    private static final int MOST_TRANSACTIONS = 8_000;
    private static final Duration KEPT = Duration.ofMinutes(10);

    private final BlockSource source;
    private final Cache<Long, Block> kept = Caffeine.newBuilder()
            .maximumWeight(MOST_TRANSACTIONS)
            .weigher((Long number, Block block) -> weight(block))
            .expireAfterAccess(KEPT)
            .build();

    KeptBlocks(BlockSource source) {
        this.source = source;
    }

    @Override
    public Optional<Block> block(long number) {
        Block known = kept.getIfPresent(number);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<Block> read = source.block(number);
        read.ifPresent(block -> kept.put(number, block));
        return read;
    }

    private static int weight(Block block) {
        return 1
                + block.batches().stream()
                        .map(CommittedBatch::transactions)
                        .mapToInt(List::size)
                        .sum();
    }
}
