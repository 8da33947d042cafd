package io.smartblocks.runtime.explain;

import java.util.List;

/**
 * Why a document comes to its total: its lines with their signs, the VAT of each rate, and what would have changed it.
 *
 * @param due the day by which all of it is due
 * @param parts what of it is due on each day, the earliest first
 */
public record DocumentExplanation(
        int number,
        String payer,
        String payee,
        List<Entry> entries,
        String net,
        List<Vat> vat,
        String total,
        String currency,
        String due,
        List<DuePart> parts,
        List<String> words,
        List<AmountExplanation.Change> changes) {

    public DocumentExplanation {
        entries = List.copyOf(entries);
        vat = List.copyOf(vat);
        parts = List.copyOf(parts);
        words = List.copyOf(words);
        changes = List.copyOf(changes);
    }

    /** A line as it counts here: what is owed the other way is taken off. */
    public record Entry(int line, String clause, String description, String amount) {}

    /** The VAT of one rate: the rounded lines it is on, exactly, and rounded once. */
    public record Vat(String percent, String base, String exactly, String amount, String rounding) {}
}
