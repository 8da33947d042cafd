package io.smartblocks.runtime.scenario;

import io.smartblocks.dsl.agreement.Expr;
import io.smartblocks.dsl.agreement.Scenario.ExpectDocument;
import io.smartblocks.dsl.units.Exact;
import io.smartblocks.runtime.settlement.Document;
import io.smartblocks.runtime.settlement.Outcome;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Compares expected balances, reversals and corrections with documents, after set-off and with VAT. */
final class ExpectingDocuments {

    private final Story story;

    ExpectingDocuments(Story story) {
        this.story = story;
    }

    /** What a document comes to, seen from its debtor. */
    private record Sum(String debtor, String creditor, BigDecimal net, BigDecimal vat, Optional<LocalDate> due) {
        static Sum of(Document document) {
            return new Sum(
                    document.payer(),
                    document.payee(),
                    document.net(),
                    document.vatTotal(),
                    Optional.of(document.due()));
        }

        Sum reversed() {
            return new Sum(creditor, debtor, net, vat, Optional.empty());
        }

        /** This sum less another between the same parties; a negative difference is owed the other way. */
        Sum less(Sum other) {
            boolean alike = debtor.equals(other.debtor);
            BigDecimal newNet = alike ? net.subtract(other.net) : net.add(other.net);
            BigDecimal newVat = alike ? vat.subtract(other.vat) : vat.add(other.vat);
            return newNet.add(newVat).signum() < 0
                    ? new Sum(creditor, debtor, newNet.negate(), newVat.negate(), Optional.empty())
                    : new Sum(debtor, creditor, newNet, newVat, Optional.empty());
        }

        boolean isBetween(String one, String other) {
            return debtor.equals(one) && creditor.equals(other) || debtor.equals(other) && creditor.equals(one);
        }

        @Override
        public String toString() {
            return debtor + " pays " + creditor + " " + net
                    + (vat.signum() == 0 ? "" : " plus VAT of " + vat + ", in total " + net.add(vat))
                    + due.map(day -> " by " + day).orElse("");
        }
    }

    StepResult result(Story.Chapter chapter, ExpectDocument expect) {
        List<Sum> sums = sums(chapter, expect);
        boolean passed = sums.stream().anyMatch(sum -> matches(chapter, expect, sum));
        String wanted = expect.debtor() + " pays " + expect.creditor() + " " + amount(chapter, expect.net())
                + expect.vat()
                        .map(vat -> " plus VAT of " + amount(chapter, vat))
                        .orElse("")
                + expect.gross()
                        .map(gross -> ", in total " + amount(chapter, gross))
                        .orElse("")
                + expect.by().map(day -> " by " + day).orElse("");
        String got = sums.isEmpty()
                ? "no document"
                : sums.stream().map(Sum::toString).collect(Collectors.joining("; "));
        return Expecting.result(expect.at(), passed, wanted, got, "the settlement is " + Expecting.outcome(chapter));
    }

    private static List<Sum> sums(Story.Chapter chapter, ExpectDocument expect) {
        List<Sum> now = chapter.documents().stream().map(Sum::of).toList();
        List<Sum> before = chapter.before().stream()
                .flatMap(outcome -> documents(outcome).stream())
                .map(Sum::of)
                .toList();
        return switch (expect.kind()) {
            case BALANCE -> now;
            case REVERSAL -> before.stream().map(Sum::reversed).toList();
            case CORRECTION ->
                now.stream()
                        .flatMap(sum -> before.stream()
                                .filter(old -> old.isBetween(sum.debtor(), sum.creditor()))
                                .map(sum::less))
                        .toList();
        };
    }

    private static List<Document> documents(Outcome outcome) {
        return Story.Chapter.documentsOf(outcome);
    }

    private boolean matches(Story.Chapter chapter, ExpectDocument expect, Sum sum) {
        return sum.debtor().equals(expect.debtor())
                && sum.creditor().equals(expect.creditor())
                && is(chapter, Optional.of(expect.net()), sum.net())
                && is(chapter, expect.vat(), sum.vat())
                && is(chapter, expect.gross(), sum.net().add(sum.vat()))
                && (expect.by().isEmpty() || expect.by().equals(sum.due()));
    }

    private boolean is(Story.Chapter chapter, Optional<Expr> expected, BigDecimal actual) {
        return expected.isEmpty() || amount(chapter, expected.get()).equals(Exact.of(actual));
    }

    private Exact amount(Story.Chapter chapter, Expr expr) {
        return new Expecting(story).amount(chapter, expr);
    }
}
