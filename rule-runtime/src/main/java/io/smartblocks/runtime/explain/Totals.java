package io.smartblocks.runtime.explain;

import io.smartblocks.dsl.agreement.Rounding;
import io.smartblocks.dsl.units.Exact;
import io.smartblocks.runtime.settlement.Case;
import io.smartblocks.runtime.settlement.Document;
import io.smartblocks.runtime.settlement.Line;
import io.smartblocks.runtime.settlement.Settlement;
import io.smartblocks.runtime.settlement.Statement;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Explains the totals of documents: lines with their signs, and VAT once for each rate on the sum of its lines. */
final class Totals {

    private final Case settled;
    private final Statement statement;
    private final Sensitivity sensitivity;
    private final Inputs inputs;

    Totals(Case settled, Statement statement, Sensitivity sensitivity, Inputs inputs) {
        this.settled = settled;
        this.statement = statement;
        this.sensitivity = sensitivity;
        this.inputs = inputs;
    }

    List<DocumentExplanation> all() {
        return statement.documents().stream().map(this::document).toList();
    }

    private DocumentExplanation document(Document document) {
        Rounding money = settled.agreement().settings().money();
        return new DocumentExplanation(
                document.number(),
                document.payer(),
                document.payee(),
                document.entries().stream().map(this::entry).toList(),
                document.net().toPlainString(),
                document.vat().stream().map(vat -> vat(vat, money)).toList(),
                document.gross().toPlainString(),
                document.currency(),
                document.due().toString(),
                DuePart.of(document.parts()),
                words(document, money),
                sensitivity.changes(
                        inputs,
                        document.gross(),
                        other -> gross(other, document),
                        document.currency(),
                        each -> Optional.empty()));
    }

    private DocumentExplanation.Entry entry(Document.Entry entry) {
        Line line = statement.lines().get(entry.line());
        return new DocumentExplanation.Entry(
                entry.line() + 1,
                line.clause(),
                line.description(),
                entry.amount().toPlainString());
    }

    private static DocumentExplanation.Vat vat(Document.VatAmount vat, Rounding money) {
        return new DocumentExplanation.Vat(
                vat.rate().times(Exact.of(100)).toString(),
                vat.base().toPlainString(),
                Exact.of(vat.base()).times(vat.rate()).toString(),
                vat.amount().toPlainString(),
                money(money));
    }

    private static String money(Rounding money) {
        return "rounded "
                + money.mode().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ') + " to "
                + Figures.with(money.step().value(), money.step().unit());
    }

    private List<String> words(Document document, Rounding money) {
        List<String> words = new ArrayList<>();
        boolean opposite =
                document.entries().stream().anyMatch(entry -> entry.amount().signum() < 0);
        if (settled.agreement().settings().setOff()) {
            words.add(
                    opposite
                            ? "Payments of one settlement are set off: what " + document.payee() + " owes "
                                    + document.payer() + " is taken off, so its lines are negative here."
                            : "Payments of one settlement are set off; there is nothing to be taken off here.");
        }
        words.add("The net amount is the sum of " + document.entries().size() + " lines, each rounded before: "
                + Figures.money(document.net()) + " " + document.currency() + ".");
        document.vat()
                .forEach(vat -> words.add("VAT at %s %% is on the sum of the lines of that rate, %s, and is %s: %s %s."
                        .formatted(
                                vat.rate().times(Exact.of(100)),
                                Figures.money(vat.base()),
                                money(money),
                                Figures.money(vat.amount()),
                                document.currency())));
        words.add("The total is %s + %s = %s %s."
                .formatted(
                        Figures.money(document.net()),
                        Figures.money(document.vatTotal()),
                        Figures.money(document.gross()),
                        document.currency()));
        return words;
    }

    /** What the same payer pays the same payee in another settlement; what is paid the other way counts against it. */
    private static BigDecimal gross(Settlement other, Document like) {
        BigDecimal gross = like.gross().subtract(like.gross());
        for (Document document : other.documents()) {
            if (document.payer().equals(like.payer()) && document.payee().equals(like.payee())) {
                gross = gross.add(document.gross());
            } else if (document.payer().equals(like.payee()) && document.payee().equals(like.payer())) {
                gross = gross.subtract(document.gross());
            }
        }
        return gross;
    }
}
