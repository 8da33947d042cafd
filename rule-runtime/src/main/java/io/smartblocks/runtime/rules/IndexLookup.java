package io.smartblocks.runtime.rules;

import io.smartblocks.dsl.units.Exact;
import io.smartblocks.runtime.evidence.IndexValue;
import java.time.LocalDate;
import java.util.List;

/** The published values of an index by local days; a day without one holds the settlement. */
final class IndexLookup {

    private final Settling settling;
    private final String index;
    private final List<IndexValue> values;

    IndexLookup(Settling settling, String index) {
        this.settling = settling;
        this.index = index;
        this.values = settling.ground().evidence().indexes().getOrDefault(index, List.of());
    }

    Exact on(LocalDate day) {
        for (int i = values.size() - 1; i >= 0; i--) {
            IndexValue value = values.get(i);
            if (!day.isBefore(value.from()) && day.isBefore(value.to())) {
                return value.value();
            }
        }
        settling.lackValue(index, day);
        return Exact.ZERO;
    }
}
