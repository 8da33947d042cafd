package io.smartblocks.runtime.settlement;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.smartblocks.dsl.agreement.Agreement;

/** What all settlements of one agreement share: its calendar and its hash. It must not hold the agreement itself. */
final class Frame {

    private final PeriodCalendar periods;
    private String hash = "";

    private Frame(Agreement agreement) {
        this.periods = new PeriodCalendar(agreement);
    }

    PeriodCalendar periods() {
        return periods;
    }

    /** The hash of the agreement of which this is the frame. */
    synchronized String hash(Agreement agreement) {
        if (hash.isEmpty()) {
            hash = AgreementHash.of(agreement);
        }
        return hash;
    }

    /** The frames of agreements, by identity and for as long as others hold these: one is compiled once and settled often. */
    static final class Kept {
        private final LoadingCache<Agreement, Frame> frames =
                Caffeine.newBuilder().weakKeys().build(Frame::new);

        Frame of(Agreement agreement) {
            return frames.get(agreement);
        }
    }
}
