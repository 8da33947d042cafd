package io.smartblocks.dsl.syntax;

import io.smartblocks.dsl.agreement.TimeSpan;
import java.util.List;
import java.util.Optional;

/** One arm of a missing-data rule as written: no estimate where settlement is held. */
public record GapSyntax(Optional<TimeSpan> upTo, Optional<EstimateSyntax> estimate, List<Word> notified) {
    public GapSyntax {
        notified = List.copyOf(notified);
    }

    /** How a missing reading is estimated, as written. */
    public sealed interface EstimateSyntax {
        /** {@code a straight line between the readings on either side}. */
        record StraightLine() implements EstimateSyntax {}

        /** {@code the average of the last 3 like days, scaled to R}. */
        record LikeDays(int days, Optional<Word> scaledTo) implements EstimateSyntax {}

        /** {@code the average of the previous 2 hours}. */
        record PreviousAverage(TimeSpan span) implements EstimateSyntax {}

        /** {@code the same 1 month of the previous year}. */
        record PreviousYear(TimeSpan span) implements EstimateSyntax {}

        /** A value. */
        record Fixed(ExprSyntax value) implements EstimateSyntax {}
    }
}
