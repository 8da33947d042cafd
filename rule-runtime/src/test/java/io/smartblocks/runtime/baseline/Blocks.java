package io.smartblocks.runtime.baseline;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;

/**
 * Days as the peer cuts them: blocks of 24 hours from the stamp of a reading on; a block counts if it has a temperature for
 * more than half of its hours.
 */
record Blocks(List<BigDecimal> kept, int all) {

    /** To fit, the peer drops what is more than 35 days from the stamp. */
    static Blocks cut(NavigableMap<Instant, BigDecimal> hourly, Instant from, Instant to) {
        Instant last = from.plus(REACH).plusSeconds(1);
        return of(hourly, from, last.isBefore(to) ? last : to);
    }

    private static final Duration DAY = Duration.ofHours(24);
    private static final Duration REACH = Duration.ofDays(35);

    static Blocks of(NavigableMap<Instant, BigDecimal> hourly, Instant from, Instant to) {
        List<BigDecimal> kept = new ArrayList<>();
        int all = 0;
        for (Instant start = from; start.isBefore(to); start = start.plus(DAY)) {
            Instant last = start.plus(DAY).isBefore(to) ? start.plus(DAY) : to;
            Collection<BigDecimal> block =
                    hourly.subMap(start, true, last, false).values();
            all += block.isEmpty() ? 0 : 1;
            if (block.size() > 12) {
                kept.add(block.stream()
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .divide(BigDecimal.valueOf(block.size()), 15, RoundingMode.HALF_EVEN));
            }
        }
        return new Blocks(kept, all);
    }
}
