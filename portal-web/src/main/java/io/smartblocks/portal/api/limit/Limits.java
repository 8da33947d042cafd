package io.smartblocks.portal.api.limit;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/**
 * How many requests each of many may send in a minute: a full bucket at first, which refills steadily.
 *
 * <p>Whoever was forgotten to make room for others begins with a full bucket again; so memory stays bounded, and the worst
 * that someone with very many addresses gains is another minute's worth of requests from each.
 */
final class Limits {

    private static final int MOST_REMEMBERED = 20_000;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final LoadingCache<String, Bucket> buckets;

    Limits(int perMinute, TimeMeter time) {
        // a bucket that nobody took from for a minute is full, which a new one is too
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MOST_REMEMBERED)
                .expireAfterAccess(MINUTE.multipliedBy(2))
                .build(who -> Bucket.builder()
                        .withCustomTimePrecision(time)
                        .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, MINUTE))
                        .build());
    }

    /** Zero where the request may go on; else how long to wait before the next one may. */
    Duration take(String who) {
        ConsumptionProbe probe = buckets.get(who).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Duration.ZERO : Duration.ofNanos(probe.getNanosToWaitForRefill());
    }
}
