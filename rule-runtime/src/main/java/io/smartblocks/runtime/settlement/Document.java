package io.smartblocks.runtime.settlement;

import io.smartblocks.dsl.units.Exact;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * What one party pays the other: the numbers of its lines with their signed amounts (opposite lines are negative), VAT
 * once per rate on their sum.
 *
 * @param due the last day to pay it
 * @param earlier what was payable by it before corrections added more, and is due before the rest
 */
public record Document(
        int number,
        String payer,
        String payee,
        List<Entry> entries,
        BigDecimal net,
        List<VatAmount> vat,
        BigDecimal gross,
        String currency,
        LocalDate due,
        List<Part> earlier) {
    public Document {
        entries = List.copyOf(entries);
        vat = List.copyOf(vat);
        earlier = List.copyOf(earlier);
    }

    /** A line of the settlement, counted from zero, as it stands in this document. */
    public record Entry(int line, BigDecimal amount) {}

    /** The VAT at one rate. */
    public record VatAmount(Exact rate, BigDecimal base, BigDecimal amount) {}

    /** What is due on each day, the earliest first. */
    public List<Part> parts() {
        return Part.of(gross, earlier, due);
    }

    /** The same, due on another day. */
    Document dueOn(LocalDate day) {
        return dueIn(List.of(new Part(gross, day)));
    }

    /** The same, due in these parts. */
    Document dueIn(List<Part> parts) {
        return new Document(
                number,
                payer,
                payee,
                entries,
                net,
                vat,
                gross,
                currency,
                parts.get(parts.size() - 1).due(),
                parts.subList(0, parts.size() - 1));
    }

    /** The VAT at all rates. */
    public BigDecimal vatTotal() {
        return vat.stream().map(VatAmount::amount).reduce(net.subtract(net), BigDecimal::add);
    }
}
