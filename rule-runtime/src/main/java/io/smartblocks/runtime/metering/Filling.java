package io.smartblocks.runtime.metering;

import java.util.List;

/** What became of missing readings. */
public sealed interface Filling {

    /** Parties that the agreement wants told. */
    List<String> notified();

    /** Nothing is missing any more; what was estimated is marked so. */
    record Filled(MeterColumn column, List<String> notified) implements Filling {
        public Filled {
            notified = List.copyOf(notified);
        }
    }

    /** The agreement has no estimate for a gap. */
    record Unfilled(String reason, List<String> notified) implements Filling {
        public Unfilled {
            notified = List.copyOf(notified);
        }
    }
}
