package io.smartblocks.portal.energy.agreed;

import io.smartblocks.dsl.units.Exact;
import io.smartblocks.ledger.transaction.Payable;
import io.smartblocks.ledger.transaction.SettlementId;
import io.smartblocks.ledger.transaction.TransactionId;
import io.smartblocks.runtime.settlement.BaselineUsed;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a settled period came to.
 *
 * @param to the day after the last
 * @param values the terms of the agreement, in base units
 */
public record SettledFigures(
        SettlementId id,
        String version,
        LocalDate from,
        LocalDate to,
        Map<String, Exact> values,
        List<BaselineUsed> baselines,
        List<Payable> payables,
        TransactionId transaction) {

    public SettledFigures {
        values = Map.copyOf(values);
        baselines = List.copyOf(baselines);
        payables = List.copyOf(payables);
    }

    /** The value of a term, in base units; none where the statement has none. */
    public Optional<Exact> value(String term) {
        return Optional.ofNullable(values.get(term));
    }

    /** Whether the period lies within these days, the end not included. */
    public boolean isWithin(LocalDate first, LocalDate end) {
        return !from.isBefore(first) && !to.isAfter(end);
    }
}
