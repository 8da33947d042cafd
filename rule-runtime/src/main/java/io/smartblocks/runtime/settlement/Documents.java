package io.smartblocks.runtime.settlement;

import io.smartblocks.dsl.agreement.Settings;
import io.smartblocks.dsl.units.Exact;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Makes documents of lines: one for each pair of parties if payments are set off, else one for each debtor and creditor. */
final class Documents {

    private final Settings settings;
    private final int digits;

    Documents(Settings settings) {
        this.settings = settings;
        this.digits = Math.max(0, new BigDecimal(settings.money().step().value().toString()).scale());
    }

    private record Side(String payer, String payee) {
        Side opposite() {
            return new Side(payee, payer);
        }
    }

    List<Document> of(List<Line> lines) {
        Map<Side, List<Integer>> bySide = new LinkedHashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            Side side = new Side(lines.get(i).payer(), lines.get(i).payee());
            Side key = settings.setOff() && bySide.containsKey(side.opposite()) ? side.opposite() : side;
            bySide.computeIfAbsent(key, each -> new ArrayList<>()).add(i);
        }
        List<Document> documents = new ArrayList<>();
        bySide.forEach((side, indexes) -> documents.add(document(documents.size() + 1, side, indexes, lines)));
        return documents;
    }

    private Document document(int number, Side side, List<Integer> indexes, List<Line> lines) {
        Document document = signed(number, side, indexes, lines);
        return document.gross().signum() < 0 ? signed(number, side.opposite(), indexes, lines) : document;
    }

    private Document signed(int number, Side side, List<Integer> indexes, List<Line> lines) {
        List<Document.Entry> entries = new ArrayList<>();
        Map<Exact, BigDecimal> bases = new TreeMap<>();
        BigDecimal net = BigDecimal.ZERO.setScale(digits);
        for (int index : indexes) {
            Line line = lines.get(index);
            BigDecimal amount =
                    line.payer().equals(side.payer()) ? line.net() : line.net().negate();
            entries.add(new Document.Entry(index, amount));
            net = net.add(amount);
            if (line.vatRate().signum() != 0) {
                bases.merge(line.vatRate(), amount, BigDecimal::add);
            }
        }
        List<Document.VatAmount> vat = new ArrayList<>();
        bases.forEach((rate, base) -> vat.add(new Document.VatAmount(rate, base, vat(rate, base))));
        BigDecimal gross = vat.stream().map(Document.VatAmount::amount).reduce(net, BigDecimal::add);
        return new Document(
                number,
                side.payer(),
                side.payee(),
                entries,
                net,
                vat,
                gross,
                settings.currency(),
                due(side, indexes, lines),
                List.of());
    }

    private BigDecimal vat(Exact rate, BigDecimal base) {
        return Exact.of(base)
                .times(rate)
                .roundedTo(settings.money().step().value(), settings.money().mode())
                .toDecimal(digits, RoundingMode.UNNECESSARY);
    }

    /** A document is due when the first of its payer's lines is. */
    private static LocalDate due(Side side, List<Integer> indexes, List<Line> lines) {
        return indexes.stream()
                .map(lines::get)
                .filter(line -> line.payer().equals(side.payer()))
                .map(Line::due)
                .min(Comparator.naturalOrder())
                .orElseGet(() -> lines.get(indexes.get(0)).due());
    }
}
