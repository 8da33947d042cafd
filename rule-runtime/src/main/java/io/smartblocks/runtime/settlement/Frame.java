package io.smartblocks.runtime.settlement;

import io.smartblocks.dsl.agreement.Agreement;
import java.util.LinkedHashMap;
import java.util.Map;

/** What all settlements of one agreement share: its calendar and its hash. */
final class Frame {

    private final Agreement agreement;
    private final PeriodCalendar periods;
    private String hash = "";

    Frame(Agreement agreement) {
        this.agreement = agreement;
        this.periods = new PeriodCalendar(agreement);
    }

    PeriodCalendar periods() {
        return periods;
    }

    synchronized String hash() {
        if (hash.isEmpty()) {
            hash = AgreementHash.of(agreement);
        }
        return hash;
    }

    /** The frames of the agreements settled lately, by identity: an agreement is compiled once and settled often. */
    static final class Kept {
        private static final int MOST = 20_000;

        private final Map<Key, Frame> frames = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Key, Frame> eldest) {
                return size() > MOST;
            }
        };

        private record Key(Agreement agreement) {
            @Override
            public boolean equals(Object other) {
                return other instanceof Key key && agreement == key.agreement;
            }

            @Override
            public int hashCode() {
                return System.identityHashCode(agreement);
            }
        }

        synchronized Frame of(Agreement agreement) {
            return frames.computeIfAbsent(new Key(agreement), key -> new Frame(agreement));
        }
    }
}
