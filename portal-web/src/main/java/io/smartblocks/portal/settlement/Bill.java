package io.smartblocks.portal.settlement;

import io.smartblocks.dsl.units.Exact;
import io.smartblocks.runtime.settlement.Document;
import io.smartblocks.runtime.settlement.Line;
import io.smartblocks.runtime.settlement.Part;
import io.smartblocks.runtime.settlement.Statement;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;

/** One document of a settlement: who pays whom how much, and the lines that it is made of. */
record Bill(
        int number,
        String payer,
        String payee,
        List<Entry> entries,
        BigDecimal net,
        List<Vat> vat,
        BigDecimal gross,
        String currency,
        LocalDate due,
        List<Part> parts) {

    private static final Exact HUNDRED = Exact.of(100);

    /** One line as it counts in this document; opposite payments are negative. */
    record Entry(
            int line,
            String clause,
            String description,
            String payer,
            String payee,
            BigDecimal amount,
            BigDecimal vatPercent) {}

    /** VAT at one rate on the sum of the lines under it. */
    record Vat(BigDecimal percent, BigDecimal base, BigDecimal amount) {}

    static List<Bill> of(Statement statement) {
        return statement.documents().stream()
                .map(document -> bill(document, statement.lines()))
                .toList();
    }

    private static Bill bill(Document document, List<Line> lines) {
        return new Bill(
                document.number(),
                document.payer(),
                document.payee(),
                document.entries().stream()
                        .map(entry -> entry(entry, lines.get(entry.line())))
                        .toList(),
                document.net(),
                document.vat().stream()
                        .map(vat -> new Vat(percent(vat.rate()), vat.base(), vat.amount()))
                        .toList(),
                document.gross(),
                document.currency(),
                document.due(),
                document.parts());
    }

    private static Entry entry(Document.Entry entry, Line line) {
        return new Entry(
                entry.line(),
                line.clause(),
                line.description(),
                line.payer(),
                line.payee(),
                entry.amount(),
                percent(line.vatRate()));
    }

    private static BigDecimal percent(Exact rate) {
        return rate.times(HUNDRED).toDecimal(2, RoundingMode.HALF_UP).stripTrailingZeros();
    }
}
