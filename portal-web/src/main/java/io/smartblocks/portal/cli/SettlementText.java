package io.smartblocks.portal.cli;

import io.smartblocks.runtime.settlement.DueWords;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Prints a settlement and what became of it for reading. */
record SettlementText(PrintWriter out) {

    /** The period, and for each document what is open of it. */
    void printShort(SettlementReport report) {
        out.printf(
                "%s, %s %s to %s%s%n",
                report.agreement(),
                report.period(),
                report.from(),
                report.lastDay(),
                report.revision() == 0 ? "" : ", revision " + report.revision());
        if (report.documents().isEmpty()) {
            out.println("  nobody has anything to pay");
        }
        report.documents()
                .forEach(document -> out.println(
                        "  " + pays(document) + "; " + (report.superseded() ? "settled again since" : open(document))));
        report.disputes().forEach(dispute -> out.println("  " + words(dispute)));
    }

    void printWhole(SettlementReport report) {
        printShort(report);
        report.documents().forEach(this::payments);
        report.disputableUntil()
                .forEach((party, until) -> out.println("  " + party + " can dispute it until " + until));
        out.printf(
                "  settled under version %s at %s by %s%n",
                report.version(), report.settledAt().truncatedTo(ChronoUnit.SECONDS), report.settledBy());
        report.verified().forEach(found -> out.println("  " + words(found)));
    }

    private void payments(SettlementReport.Document document) {
        document.payments()
                .forEach(payment -> out.printf(
                        "  document %d: %s on %s, reference %s, stated by %s%s%n",
                        document.document(),
                        Quantity.words(payment.amount(), document.currency()),
                        payment.paidOn(),
                        payment.reference(),
                        payment.statedBy(),
                        payment.takenBack().isEmpty() ? "" : "; taken back: " + payment.takenBack()));
    }

    private static String pays(SettlementReport.Document document) {
        return "document %d: %s pays %s %s, %s"
                .formatted(
                        document.document(),
                        document.payer(),
                        document.payee(),
                        Quantity.words(document.amount(), document.currency()),
                        DueWords.of(document.parts(), "due", LocalDate::toString));
    }

    private static String open(SettlementReport.Document document) {
        return document.open().signum() == 0 ? "paid" : Quantity.words(document.open(), document.currency()) + " open";
    }

    private static String words(SettlementReport.Verified found) {
        String who = "%s (%s) at %s"
                .formatted(found.by(), found.signedBy(), found.at().truncatedTo(ChronoUnit.SECONDS));
        return found.coSigned()
                ? "computed again and co-signed by " + who
                : "computed differently by %s: %s%s"
                        .formatted(who, found.difference(), found.disputed() ? "" : "; no dispute was opened by it");
    }

    private static String words(SettlementReport.Dispute dispute) {
        return "disputed by %s%s, %s: \"%s\""
                .formatted(
                        dispute.by(),
                        dispute.clauses().isEmpty() ? "" : ", clause " + String.join(", ", dispute.clauses()),
                        dispute.open() ? "open" : dispute.ended(),
                        dispute.reason());
    }
}
