package io.smartblocks.portal.document;

import io.smartblocks.portal.document.Invoice.Measured;
import io.smartblocks.runtime.settlement.Document;
import io.smartblocks.runtime.settlement.Line;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** One line of a document as tables and print show it; quantity, unit and price where they make up the amount. */
record LineRow(
        int line,
        String clause,
        String description,
        Optional<BigDecimal> quantity,
        String unit,
        Optional<BigDecimal> price,
        BigDecimal vatPercent,
        BigDecimal net) {

    static LineRow of(Document.Entry entry, Line line, Measuring measuring) {
        Measured measured = measuring.of(entry.line(), entry.amount());
        boolean piece = measured.unitCode().equals(Unit20.ONE);
        return new LineRow(
                entry.line() + 1,
                line.clause(),
                line.description() + (line.notes().isEmpty() ? "" : " (" + String.join("; ", line.notes()) + ")"),
                piece ? Optional.empty() : Optional.of(measured.quantity()),
                Unit20.symbol(measured.unitCode()),
                piece ? Optional.empty() : Optional.of(measured.price()),
                Figures.percentOf(line.vatRate()),
                entry.amount());
    }

    List<String> printed() {
        return List.of(
                clause,
                description,
                quantity.map(Figures::money).orElse(""),
                unit,
                price.map(BigDecimal::toPlainString).orElse(""),
                vatPercent.toPlainString(),
                Figures.money(net));
    }
}
