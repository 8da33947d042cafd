package io.smartblocks.runtime.settlement;

import io.smartblocks.dsl.diagnostic.SourceRange;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/** Why a line stands: the sentence of the agreement, the rules that fired, its guards, the terms, readings, adjustments and events used. */
public record LineTrace(
        int line,
        String clause,
        SourceRange sentence,
        List<String> rules,
        List<GuardValue> guards,
        List<String> terms,
        List<ReadingsUsed> readings,
        List<AdjustmentUsed> adjustments,
        List<EventUsed> events) {
    public LineTrace {
        rules = List.copyOf(rules);
        guards = List.copyOf(guards);
        terms = List.copyOf(terms);
        readings = List.copyOf(readings);
        adjustments = List.copyOf(adjustments);
        events = List.copyOf(events);
    }

    /** An adjustment that counts: its local days, the last not included, and what it comes to. */
    public record AdjustmentUsed(String name, LocalDate from, LocalDate to, String amount, String unit) {}

    /** A guard with the figures compared, and whether it held. */
    public record GuardValue(String guard, boolean held) {}

    /** A stand of a register on which an advance rests. */
    public record StandUsed(LocalDate on, String stand, String unit, boolean estimated) {}

    /** An event that counts: its moment by the local clock, and its figures in words. */
    public record EventUsed(String event, LocalDateTime at, List<String> figures) {
        public EventUsed {
            figures = List.copyOf(figures);
        }
    }

    /** The readings of a meter in the period, how many of each quality, which are estimated, and the stands of a register. */
    public record ReadingsUsed(
            String meter,
            LocalDate from,
            LocalDate to,
            int days,
            int actual,
            int estimated,
            int missing,
            List<String> estimatedFrom,
            List<StandUsed> stands) {
        public ReadingsUsed {
            estimatedFrom = List.copyOf(estimatedFrom);
            stands = List.copyOf(stands);
        }
    }
}
