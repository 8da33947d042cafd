package io.smartblocks.runtime.settlement;

import io.smartblocks.dsl.diagnostic.SourceRange;
import java.time.LocalDate;
import java.util.List;

/** Why a line stands: the sentence of the agreement, the rules that fired, its guards, the terms, readings and adjustments used. */
public record LineTrace(
        int line,
        String clause,
        SourceRange sentence,
        List<String> rules,
        List<GuardValue> guards,
        List<String> terms,
        List<ReadingsUsed> readings,
        List<AdjustmentUsed> adjustments) {
    public LineTrace {
        rules = List.copyOf(rules);
        guards = List.copyOf(guards);
        terms = List.copyOf(terms);
        readings = List.copyOf(readings);
        adjustments = List.copyOf(adjustments);
    }

    /** An adjustment that counts: its local days, the last not included, and what it comes to. */
    public record AdjustmentUsed(String name, LocalDate from, LocalDate to, String amount, String unit) {}

    /** A guard with the figures compared, and whether it held. */
    public record GuardValue(String guard, boolean held) {}

    /** The readings of a meter in the period, how many of each quality, and which intervals are estimated. */
    public record ReadingsUsed(
            String meter,
            LocalDate from,
            LocalDate to,
            int days,
            int actual,
            int estimated,
            int missing,
            List<String> estimatedFrom) {
        public ReadingsUsed {
            estimatedFrom = List.copyOf(estimatedFrom);
        }
    }
}
