package io.smartblocks.runtime.settlement;

import io.smartblocks.dsl.units.Exact;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * What one party pays the other: the numbers of its lines with their signed amounts (opposite lines are negative), VAT
 * once per rate on their sum.
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
        LocalDate due) {
    public Document {
        entries = List.copyOf(entries);
        vat = List.copyOf(vat);
    }

    /** A line of the settlement, counted from zero, as it stands in this document. */
    public record Entry(int line, BigDecimal amount) {}

    /** The VAT at one rate. */
    public record VatAmount(Exact rate, BigDecimal base, BigDecimal amount) {}

    /** The same, due on another day. */
    Document dueOn(LocalDate day) {
        return new Document(number, payer, payee, entries, net, vat, gross, currency, day);
    }

    /** The VAT at all rates. */
    public BigDecimal vatTotal() {
        return vat.stream().map(VatAmount::amount).reduce(net.subtract(net), BigDecimal::add);
    }
}
