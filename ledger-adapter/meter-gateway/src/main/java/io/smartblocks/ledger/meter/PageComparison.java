package io.smartblocks.ledger.meter;

import io.smartblocks.ledger.transaction.ReadingsPage;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How a page relates to the one on the ledger: what it would add and where it says otherwise. */
record PageComparison(boolean addsReadings, List<Forwarded.Conflict> conflicts) {

    static PageComparison of(ReadingsPage here, Optional<ReadingsPage> onLedger) {
        if (onLedger.isEmpty()) {
            return new PageComparison(true, List.of());
        }
        boolean adds = false;
        List<Forwarded.Conflict> conflicts = new ArrayList<>();
        for (int place = 0; place < here.values().size(); place++) {
            Optional<BigDecimal> before = valueAt(onLedger.get(), place);
            Optional<BigDecimal> now = here.valueAt(place);
            adds |= before.isEmpty() && now.isPresent();
            if (before.isPresent() && now.isPresent() && before.get().compareTo(now.get()) != 0) {
                conflicts.add(new Forwarded.Conflict(
                        here.meter(), here.day(), here.startOf(place), before.get(), now.get(), here.unit()));
            }
        }
        return new PageComparison(adds, conflicts);
    }

    private static Optional<BigDecimal> valueAt(ReadingsPage page, int place) {
        return place < page.values().size() ? page.valueAt(place) : Optional.empty();
    }
}
