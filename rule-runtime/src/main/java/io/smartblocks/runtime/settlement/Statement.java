package io.smartblocks.runtime.settlement;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A settlement in full, as both sides read it and as it stands on the ledger. {@code powers} name parties that may
 * terminate, {@code notices} say whom the agreement wants told about estimated readings,
 * {@code duties} are what is owed besides money, {@code baselines} the fits behind the figures, {@code corrected} is the
 * earlier settlement that this one replaces.
 */
public record Statement(
        String agreement,
        String version,
        String agreementHash,
        String period,
        int number,
        LocalDate from,
        LocalDate to,
        String reason,
        LocalDate settledOn,
        String currency,
        List<Line> lines,
        List<Document> documents,
        List<TermValue> values,
        List<LineTrace> trace,
        List<String> powers,
        List<String> notices,
        List<Duty> duties,
        List<BaselineUsed> baselines,
        Optional<Corrected> corrected,
        String evidenceDigest,
        long asOfBlock,
        String engineVersion) {
    public Statement {
        lines = List.copyOf(lines);
        documents = List.copyOf(documents);
        values = List.copyOf(values);
        trace = List.copyOf(trace);
        powers = List.copyOf(powers);
        notices = List.copyOf(notices);
        duties = List.copyOf(duties);
        baselines = List.copyOf(baselines);
    }
}
