package io.smartblocks.runtime.run;

import io.smartblocks.ledger.readmodel.DuePeriod;
import io.smartblocks.ledger.readmodel.ReadModel;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * What this runtime committed and the read model may not have seen yet. Only who looks at such an agreement again waits for
 * it, and nobody commits on and on while the read model stays behind.
 */
final class OwnCommits {

    private static final int MOST_BLOCKS_AHEAD = 200;

    private final ReadModel model;
    private final Map<String, Long> blocks = new ConcurrentHashMap<>();

    OwnCommits(ReadModel model) {
        this.model = model;
    }

    /** Notes in which block something of an agreement was committed. */
    void committed(String agreement, long block) {
        blocks.merge(agreement, block, Math::max);
    }

    /** Waits until the read model has seen what was committed of these agreements. */
    void await(Collection<DuePeriod> due) {
        long height = model.height();
        blocks.values().removeIf(block -> block < height);
        due.stream()
                .flatMap(each -> Stream.ofNullable(blocks.get(each.agreement())))
                .max(Long::compare)
                .ifPresent(block -> Waiting.forHeight(model, block + 1));
    }

    /** Waits while the read model is too far behind. */
    void awaitNotFarAhead(long ledgerHeight) {
        Waiting.forHeight(model, ledgerHeight - MOST_BLOCKS_AHEAD);
    }
}
