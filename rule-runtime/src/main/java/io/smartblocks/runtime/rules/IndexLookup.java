package io.smartblocks.runtime.rules;

import io.smartblocks.dsl.units.Exact;
import io.smartblocks.runtime.evidence.IndexValue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The published values of an index, a later one in place of an earlier; a moment without one holds the settlement. */
final class IndexLookup {

    private final Settling settling;
    private final String index;
    private final TreeMap<Instant, Optional<Exact>> steps = new TreeMap<>();

    IndexLookup(Settling settling, String index) {
        this.settling = settling;
        this.index = index;
        settling.ground().evidence().indexes().getOrDefault(index, List.of()).forEach(this::put);
    }

    private void put(IndexValue value) {
        Optional<Exact> after = inForce(value.to());
        steps.subMap(value.from(), true, value.to(), false).clear();
        steps.put(value.from(), Optional.of(value.value()));
        steps.putIfAbsent(value.to(), after);
    }

    /** The one value that is in force from the start of a local day up to that of another, if no other one is published. */
    Optional<Exact> throughout(LocalDate from, LocalDate to) {
        Instant start = settling.ground().startOf(from);
        Instant next = steps.higherKey(start);
        return next == null || !next.isBefore(settling.ground().startOf(to)) ? inForce(start) : Optional.empty();
    }

    /** The value at the start of a local day. */
    Exact on(LocalDate day) {
        return at(settling.ground().startOf(day));
    }

    Exact at(Instant moment) {
        return inForce(moment).orElseGet(() -> {
            settling.lackValue(index, settling.ground().dayOf(moment));
            return Exact.ZERO;
        });
    }

    private Optional<Exact> inForce(Instant moment) {
        Map.Entry<Instant, Optional<Exact>> step = steps.floorEntry(moment);
        return step == null ? Optional.empty() : step.getValue();
    }
}
