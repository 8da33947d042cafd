package io.smartblocks.dsl.agreement;

import java.util.List;
import java.util.Optional;

/** What happens when readings are missing: arms by the length of the gap, shortest first, the last without a limit. */
public record GapRule(List<String> meters, List<Arm> arms) {
    public GapRule {
        meters = List.copyOf(meters);
        arms = List.copyOf(arms);
    }

    /** Gaps up to a length (any length when empty): an estimate, or the settlement is held when there is none. */
    public record Arm(Optional<TimeSpan> upTo, Optional<Estimate> estimate, List<String> notified) {
        public Arm {
            notified = List.copyOf(notified);
        }
    }

    /** How a missing reading is estimated. */
    public sealed interface Estimate {
        /** A straight line between the readings on either side. */
        record StraightLine() implements Estimate {}

        /** The average of the last {@code days} days of the same kind, scaled to a register's advance if one is named. */
        record LikeDays(int days, Optional<String> scaledTo) implements Estimate {}

        /** The average of the readings of the span before the gap. */
        record PreviousAverage(TimeSpan span) implements Estimate {}

        /** The readings of the same span a year earlier. */
        record PreviousYear(TimeSpan span) implements Estimate {}

        /** A value of the agreement. */
        record Fixed(Expr value) implements Estimate {}
    }
}
