package io.smartblocks.runtime.scenario;

import io.smartblocks.dsl.agreement.Expr;
import io.smartblocks.dsl.agreement.Scenario;
import io.smartblocks.dsl.agreement.Scenario.ExpectDocument;
import io.smartblocks.dsl.units.Exact;
import io.smartblocks.runtime.settlement.Correction;
import io.smartblocks.runtime.settlement.Document;
import io.smartblocks.runtime.settlement.Outcome;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Compares expected balances, reversals and corrections with documents, after set-off and with VAT. */
final class ExpectingDocuments {

    private final Chronicle told;

    ExpectingDocuments(Chronicle told) {
        this.told = told;
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

        static Sum of(Correction correction) {
            return new Sum(
                    correction.payer(), correction.payee(), correction.net(), correction.vatTotal(), Optional.empty());
        }

        @Override
        public String toString() {
            return debtor + " pays " + creditor + " " + net
                    + (vat.signum() == 0 ? "" : " plus VAT of " + vat + ", in total " + net.add(vat))
                    + due.map(day -> " by " + day).orElse("");
        }
    }

    StepResult result(Chapter chapter, ExpectDocument expect) {
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
        return Expecting.result(expect.at(), passed, wanted, words(sums), why(chapter, expect));
    }

    /** The result of expecting that a period settled again makes no difference. */
    StepResult none(Chapter chapter, Scenario.ExpectNoCorrection expect) {
        List<Sum> sums = corrections(chapter);
        return Expecting.result(
                expect.at(), sums.isEmpty(), "no correction", words(sums), "settling again has made a difference");
    }

    private static String words(List<Sum> sums) {
        return sums.isEmpty() ? "no document" : sums.stream().map(Sum::toString).collect(Collectors.joining("; "));
    }

    private String why(Chapter chapter, ExpectDocument expect) {
        if (expect.kind() != ExpectDocument.Kind.BALANCE && chapter.before().isEmpty()) {
            String period = chapter.period().name();
            return chapter.carriedTo(told.periods(), told.now())
                    .map(to -> "corrections of " + period + " are carried to " + to + ", so that it makes none")
                    .orElse(period + " starting " + chapter.period().from()
                            + " is still as it was first settled; `settle … again` makes a correction");
        }
        return Expecting.came(chapter);
    }

    private static List<Sum> sums(Chapter chapter, ExpectDocument expect) {
        return switch (expect.kind()) {
            case BALANCE -> chapter.documents().stream().map(Sum::of).toList();
            case REVERSAL ->
                chapter.before().stream()
                        .flatMap(outcome -> Correction.reversals(documents(outcome)).stream())
                        .map(Sum::of)
                        .toList();
            case CORRECTION -> corrections(chapter);
        };
    }

    private static List<Sum> corrections(Chapter chapter) {
        boolean setOff = chapter.settled().agreement().settings().setOff();
        return chapter.before().stream()
                .flatMap(before -> Correction.of(documents(before), documents(chapter.outcome()), setOff).stream())
                .map(Sum::of)
                .toList();
    }

    private static List<Document> documents(Outcome outcome) {
        return Chapter.documentsOf(outcome);
    }

    private boolean matches(Chapter chapter, ExpectDocument expect, Sum sum) {
        return sum.debtor().equals(expect.debtor())
                && sum.creditor().equals(expect.creditor())
                && is(chapter, Optional.of(expect.net()), sum.net())
                && is(chapter, expect.vat(), sum.vat())
                && is(chapter, expect.gross(), sum.net().add(sum.vat()))
                && (expect.by().isEmpty() || expect.by().equals(sum.due()));
    }

    private boolean is(Chapter chapter, Optional<Expr> expected, BigDecimal actual) {
        return expected.isEmpty() || amount(chapter, expected.get()).equals(Exact.of(actual));
    }

    private Exact amount(Chapter chapter, Expr expr) {
        return new Expecting(told).amount(chapter, expr);
    }
}
