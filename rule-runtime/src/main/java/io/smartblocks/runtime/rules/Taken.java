package io.smartblocks.runtime.rules;

import io.smartblocks.dsl.units.Exact;
import io.smartblocks.dsl.units.Unit;
import io.smartblocks.runtime.evidence.SettledLine;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What of the evidence one figure was taken from. */
public record Taken(
        List<Reasons.Used> readings,
        List<Published> indexes,
        List<Stated> facts,
        List<Reasons.Adjustment> adjustments,
        List<Settled> previous,
        List<SettledLine> lines,
        List<Reasons.Happened> events,
        List<String> baselines) {

    public Taken {
        readings = List.copyOf(readings);
        indexes = List.copyOf(indexes);
        facts = List.copyOf(facts);
        adjustments = List.copyOf(adjustments);
        previous = List.copyOf(previous);
        lines = List.copyOf(lines);
        events = List.copyOf(events);
        baselines = List.copyOf(baselines);
    }

    /** A published value of an index and the time for which it holds. */
    public record Published(String index, String publisher, Instant from, Instant to, Exact value, Unit unit) {}

    /** A fact; without a day it was never stated, and what the text begins with holds. */
    public record Stated(
            String fact, Optional<LocalDate> from, Exact value, Unit unit, String statedBy, List<String> confirmedBy) {
        public Stated {
            confirmedBy = List.copyOf(confirmedBy);
        }
    }

    /** What a term was settled at before, or, where nothing was, what it starts at. */
    public record Settled(String term, boolean settled, Exact value, Unit unit) {}
}
