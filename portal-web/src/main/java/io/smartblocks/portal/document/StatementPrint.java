package io.smartblocks.portal.document;

import io.smartblocks.ledger.transaction.Particulars;
import io.smartblocks.ledger.transaction.SettlementAction.CommitSettlement;
import io.smartblocks.portal.document.Dossier.Said;
import io.smartblocks.portal.paper.HtmlPaper;
import io.smartblocks.portal.paper.Paper;
import io.smartblocks.portal.paper.PaperMark;
import io.smartblocks.runtime.settlement.Document;
import io.smartblocks.runtime.settlement.DueWords;
import io.smartblocks.runtime.settlement.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Prints a statement: who pays whom what and why, what it corrects, and how anyone checks it. */
final class StatementPrint {

    private static final String STYLE = """
            @page { size: A4; margin: 20mm 18mm 26mm;
              @bottom-left { content: "%s"; font: 8pt "Source Serif 4"; white-space: pre; text-align: left; color: #444; }
              @bottom-right { content: "page " counter(page) " of " counter(pages); font: 8pt "Source Serif 4"; white-space: nowrap; color: #444; } }
            body { font: 10pt/1.4 "Source Serif 4", serif; margin: 0; color: #111; }
            h1, h2, h3 { line-height: 1.25; font-weight: 600; page-break-after: avoid; }
            h1 { font-size: 20pt; margin: 0; }
            h2 { font-size: 13pt; margin: 18pt 0 6pt; border-bottom: 1px solid #767676; }
            h3 { font-size: 10.5pt; margin: 10pt 0 2pt; }
            p { margin: 2pt 0 4pt; }
            .quiet { color: #444; }
            .sum { font-size: 13pt; font-weight: 600; }
            table { border-collapse: collapse; width: 100%%; margin: 4pt 0 8pt; -fs-table-paginate: paginate; }
            thead { display: table-header-group; }
            tr { page-break-inside: avoid; }
            th, td { border: 1px solid #767676; padding: 2.5pt 4pt; text-align: left; vertical-align: top; font-weight: 400; }
            thead th { font-weight: 600; }
            .figure { text-align: right; white-space: nowrap; }
            .hash { word-wrap: break-word; }
            """;

    private final Dossier dossier;
    private final Statement statement;
    private final CommitSettlement commit;
    private final Html page = new Html();

    private StatementPrint(Dossier dossier) {
        this.dossier = dossier;
        this.statement = dossier.statement();
        this.commit = dossier.settled().commit();
    }

    static Paper of(Dossier dossier) {
        return HtmlPaper.of(
                new StatementPrint(dossier).html(),
                dossier.settled().commit().statementHash().value(),
                new PaperMark(PaperMark.Kind.SETTLEMENT, dossier.transaction().toString()));
    }

    String html() {
        String period = Figures.span(commit.from(), commit.to());
        String title = "Statement of " + dossier.agreement().title() + ", " + period;
        page.raw("<!DOCTYPE html>").raw("<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"en\"><head>");
        page.raw("<meta charset=\"utf-8\" />").element("title", title);
        page.raw("<meta name=\"description\" content=\"" + Html.escaped(title) + "\" />");
        page.raw("<style>\n" + STYLE.formatted(foot(title)) + "</style></head><body>");
        page.heading(1, "top", "Statement");
        page.element(
                "p",
                dossier.agreement().title() + ", version " + commit.version() + ", " + commit.period() + " " + period
                        + (commit.revision() == 0 ? "" : ", revision " + commit.revision()));
        page.element(
                "p class=\"quiet\"",
                "Settled on " + Figures.day(statement.settledOn()) + ". All amounts in " + statement.currency() + ".");
        parties();
        documents();
        new CorrectionPrint(dossier, page).print();
        new WhyPrint(dossier, page).print();
        new FitPrint(page).print(statement.baselines());
        proof();
        return page.raw("</body></html>").toString();
    }

    private String foot(String title) {
        return Figures.css(title) + "\\A transaction " + dossier.transaction() + "\\A statement "
                + commit.statementHash();
    }

    private void parties() {
        page.heading(2, "parties", "Parties");
        List<List<String>> rows = new ArrayList<>();
        new TreeMap<>(dossier.parties()).forEach((term, party) -> {
            Optional<Particulars> said = party.said().stream()
                    .filter(each -> each.block() <= dossier.block())
                    .reduce((earlier, later) -> later)
                    .map(Said::particulars);
            rows.add(List.of(
                    term,
                    said.map(Particulars::legalName).orElse(party.name()),
                    said.map(each -> each.address().inOneLine()).orElse("not stated"),
                    said.flatMap(Particulars::vatId).orElse("not stated")));
        });
        page.table(List.of("Party", "Name", "Address", "VAT identifier"), rows, rows.size() + 4);
    }

    private void documents() {
        if (statement.documents().isEmpty()) {
            page.heading(2, "nothing", "Nothing is to be paid");
            page.element("p", "No clause made a payment for this period.");
        }
        for (Document document : statement.documents()) {
            page.heading(
                    2,
                    "document-" + document.number(),
                    "%s pays %s"
                            .formatted(
                                    dossier.party(document.payer()).name(),
                                    dossier.party(document.payee()).name()));
            page.element(
                    "p class=\"sum\"",
                    Figures.money(document.gross()) + " " + document.currency()
                            + (document.earlier().isEmpty() ? " by " + Figures.day(document.due()) : ""));
            if (!document.earlier().isEmpty()) {
                page.element("p", "Of this, " + DueWords.of(document.parts(), "is due by", Figures::day) + ".");
            }
            page.element("p class=\"quiet\"", "Document " + Drafting.number(commit, document.number()));
            lines(document);
            vat(document);
        }
    }

    private void lines(Document document) {
        Measuring measuring = new Measuring(statement, dossier.text().words());
        List<List<String>> rows = document.entries().stream()
                .map(entry -> LineRow.of(entry, statement.lines().get(entry.line()), measuring)
                        .printed())
                .toList();
        page.table(
                List.of("Clause", "For", "Quantity", "Unit", "Price", "VAT %", "Net " + document.currency()), rows, 2);
    }

    private void vat(Document document) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("Net", "", Figures.money(document.net())));
        document.vat()
                .forEach(vat -> rows.add(List.of(
                        "VAT at " + Figures.percent(vat.rate()) + " %",
                        "on " + Figures.money(vat.base()),
                        Figures.money(vat.amount()))));
        boolean whole = document.earlier().isEmpty();
        rows.add(List.of(
                "To be paid", whole ? "by " + Figures.day(document.due()) : "", Figures.money(document.gross())));
        if (!whole) {
            document.parts()
                    .forEach(part -> rows.add(
                            List.of("of this", "by " + Figures.day(part.due()), Figures.money(part.amount()))));
        }
        page.table(List.of("Sum", "Of", "Amount " + document.currency()), rows, 2);
    }

    private void proof() {
        page.heading(2, "proof", "How to check this");
        page.element(
                "p",
                "This statement stands on the ledger. Whoever has a copy of the ledger settles the period again and"
                        + " compares every byte: smartblocks verify " + commit.agreement() + " " + commit.from());
        page.table(
                List.of("What", "Value"),
                List.of(
                        List.of("Transaction", dossier.transaction().toString()),
                        List.of("Block", Long.toString(dossier.block())),
                        List.of(
                                "SHA-256 of the statement",
                                commit.statementHash().value()),
                        List.of(
                                "SHA-256 of the evidence",
                                commit.evidenceDigest().value()),
                        List.of("SHA-256 of the agreement", statement.agreementHash()),
                        List.of("Evidence as of block", Long.toString(commit.asOfBlock())),
                        List.of("Engine", commit.engine())),
                2);
    }
}
