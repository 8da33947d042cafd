package io.smartblocks.runtime.settlement;

import io.smartblocks.dsl.units.Exact;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * One payment under a clause, rounded once. The VAT rate is a factor, zero outside VAT; notes say what the reader must
 * know about the readings behind it.
 */
public record Line(
        String clause,
        String description,
        String payer,
        String payee,
        BigDecimal net,
        Exact vatRate,
        LocalDate due,
        List<String> notes) {
    public Line {
        notes = List.copyOf(notes);
    }

    /** The same, due on another day. */
    Line dueOn(LocalDate day) {
        return new Line(clause, description, payer, payee, net, vatRate, day, notes);
    }
}
