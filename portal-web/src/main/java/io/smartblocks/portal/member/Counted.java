package io.smartblocks.portal.member;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smartblocks.ledger.readmodel.ReadModel;
import java.util.function.LongSupplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** How long lists are. Who counts goes through all of a list, so each is counted once for each new block at most. */
@Component
public class Counted {

    private static final int KEPT = 10_000;
    private static final long FOR_GOOD = Long.MAX_VALUE;

    private final LongSupplier blocks;
    private final Cache<Record, Count> counts =
            Caffeine.newBuilder().maximumSize(KEPT).build();

    @Autowired
    Counted(ReadModel read) {
        this(read::height);
    }

    /** Counts anew whenever there are more blocks. */
    Counted(LongSupplier blocks) {
        this.blocks = blocks;
    }

    /** How many there were when so many blocks were read. */
    private record Count(long number, long height) {}

    /**
     * How many there are of what blocks alone write.
     *
     * @param what names the list, and who it is for
     * @param work counts it
     */
    public long of(Record what, LongSupplier work) {
        return of(what, false, work);
    }

    /**
     * The same.
     *
     * @param complete whether no block to come can change the number
     */
    public long of(Record what, boolean complete, LongSupplier work) {
        long height = blocks.getAsLong();
        Count known = counts.getIfPresent(what);
        if (known != null && known.height() >= height) {
            return known.number();
        }
        Count now = new Count(work.getAsLong(), complete ? FOR_GOOD : height);
        counts.put(what, now);
        return now.number();
    }
}
