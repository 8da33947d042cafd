package io.smartblocks.runtime.settlement;

import io.smartblocks.dsl.units.Exact;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * One payment under a clause, rounded once. The VAT rate is a factor, zero outside VAT; notes say what the reader must
 * know about the readings behind it.
 *
 * @param due the last day to pay it
 * @param earlier what was owed of it before corrections added more, and is due before the rest
 */
public record Line(
        String clause,
        String description,
        String payer,
        String payee,
        BigDecimal net,
        Exact vatRate,
        LocalDate due,
        List<String> notes,
        List<Part> earlier) {
    public Line {
        notes = List.copyOf(notes);
        earlier = List.copyOf(earlier);
    }

    /** A payment that is due as a whole. */
    Line(
            String clause,
            String description,
            String payer,
            String payee,
            BigDecimal net,
            Exact vatRate,
            LocalDate due,
            List<String> notes) {
        this(clause, description, payer, payee, net, vatRate, due, notes, List.of());
    }

    /** What is due on each day, the earliest first. */
    public List<Part> parts() {
        return Part.of(net, earlier, due);
    }

    /** The same, due in these parts. */
    Line dueIn(List<Part> parts) {
        return new Line(
                clause,
                description,
                payer,
                payee,
                net,
                vatRate,
                parts.get(parts.size() - 1).due(),
                notes,
                parts.subList(0, parts.size() - 1));
    }
}
