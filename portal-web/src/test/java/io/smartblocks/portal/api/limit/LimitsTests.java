package io.smartblocks.portal.api.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LimitsTests {

    private static final int PER_MINUTE = 60;

    private final Hands hands = new Hands();
    private final Limits limits = new Limits(PER_MINUTE, hands);

    /** A clock whose hands the test moves. */
    private static final class Hands implements TimeMeter {
        private long nanos;

        @Override
        public long currentTimeNanos() {
            return nanos;
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }

    @Test
    void a_minutes_worth_of_requests_passes_at_once_and_the_next_has_to_wait() {
        for (int i = 0; i < PER_MINUTE; i++) {
            assertThat(limits.take("one")).isZero();
        }

        assertThat(limits.take("one")).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void nobody_is_counted_with_another() {
        for (int i = 0; i <= PER_MINUTE; i++) {
            limits.take("one");
        }

        assertThat(limits.take("other")).isZero();
    }

    @Test
    void who_waits_as_long_as_told_passes_once() {
        for (int i = 0; i <= PER_MINUTE; i++) {
            limits.take("one");
        }
        hands.nanos += Duration.ofSeconds(1).toNanos();

        assertThat(limits.take("one")).isZero();
        assertThat(limits.take("one")).isPositive();
    }
}
