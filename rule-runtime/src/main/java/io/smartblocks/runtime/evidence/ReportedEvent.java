package io.smartblocks.runtime.evidence;

import io.smartblocks.dsl.units.Exact;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** Something that was reported to have happened at an instant, with its figures in base units. */
public record ReportedEvent(Instant at, SortedMap<String, Exact> figures) {
    public ReportedEvent {
        figures = Collections.unmodifiableSortedMap(new TreeMap<>(figures));
    }
}
