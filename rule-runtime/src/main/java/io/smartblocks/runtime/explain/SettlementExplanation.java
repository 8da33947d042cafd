package io.smartblocks.runtime.explain;

import java.time.LocalDate;
import java.util.List;

/**
 * Every amount of one settlement explained; the record components are the field names of its JSON form.
 *
 * @param to the last day of the period
 * @param lines the payments, in the order of the statement
 * @param silent clauses of the period under which nothing is due, and why
 * @param baselines the fits behind the figures
 * @param reruns how many times the settlement was computed again with one input moved
 * @param leftOut inputs that were not moved because that would have been too many runs
 * @param revised what differs from the settlement before, if this replaces one
 * @param sources the transactions that brought the evidence, where a ledger tells them
 */
public record SettlementExplanation(
        String agreement,
        String version,
        String period,
        LocalDate from,
        LocalDate to,
        int revision,
        String currency,
        String evidence,
        long asOfBlock,
        List<AmountExplanation> lines,
        List<AmountExplanation> duties,
        List<AmountExplanation> silent,
        List<DocumentExplanation> documents,
        List<BaselineExplanation> baselines,
        int reruns,
        List<String> leftOut,
        List<Revised> revised,
        List<Source> sources) {

    public SettlementExplanation {
        lines = List.copyOf(lines);
        duties = List.copyOf(duties);
        silent = List.copyOf(silent);
        documents = List.copyOf(documents);
        baselines = List.copyOf(baselines);
        leftOut = List.copyOf(leftOut);
        revised = List.copyOf(revised);
        sources = List.copyOf(sources);
    }

    /** A fitted baseline: its model in words and how well it explains the baseline period. */
    public record BaselineExplanation(
            String name, String method, LocalDate from, LocalDate to, List<String> model, List<String> metrics) {
        public BaselineExplanation {
            model = List.copyOf(model);
            metrics = List.copyOf(metrics);
        }
    }

    /** What differs from the evidence or the lines of the settlement before. */
    public record Revised(String kind, String name, String where, String before, String after) {}

    /** A transaction that brought a part of the evidence. */
    public record Source(
            String kind, String name, String where, String by, String note, String transaction, long block) {}

    /** The same, with what only a ledger tells. */
    public SettlementExplanation with(int itsRevision, List<Revised> differences, List<Source> transactions) {
        return new SettlementExplanation(
                agreement,
                version,
                period,
                from,
                to,
                itsRevision,
                currency,
                evidence,
                asOfBlock,
                lines,
                duties,
                silent,
                documents,
                baselines,
                reruns,
                leftOut,
                differences,
                transactions);
    }
}
