package io.smartblocks.portal.document;

import io.smartblocks.ledger.identity.Slug;
import io.smartblocks.ledger.transaction.SettlementAction.CommitSettlement;
import io.smartblocks.portal.document.Dossier.Settled;
import io.smartblocks.portal.document.InvoiceDraft.Drafted;
import io.smartblocks.portal.document.InvoiceDraft.NotDrafted;
import io.smartblocks.portal.document.Made.NotMade;
import io.smartblocks.portal.paper.Paper;
import io.smartblocks.runtime.settlement.Document;
import java.util.List;
import java.util.Optional;

/** Makes the documents of one settlement. No invoice leaves here that breaks the rules of EN 16931. */
public final class SettlementDocuments {

    private final Dossier dossier;

    public SettlementDocuments(Dossier dossier) {
        this.dossier = dossier;
    }

    /** The numbers of the documents that this settlement makes. */
    public List<Integer> invoices() {
        return dossier.statement().documents().stream().map(Document::number).toList();
    }

    /** The numbers of the documents that it takes back. */
    public List<Integer> reversals() {
        return dossier.before().stream()
                .flatMap(before -> before.statement().documents().stream())
                .map(Document::number)
                .toList();
    }

    /** The names of the tables. */
    public List<String> tables() {
        return new StatementTables(dossier).all().stream().map(Table::name).toList();
    }

    /** The statement on paper. */
    public Made print() {
        Paper paper = StatementPrint.of(dossier);
        return paper instanceof Paper.Printed printed
                ? file("statement", DocumentFormat.PDF, printed.pdf())
                : new NotMade(List.of("The typeface has no sign for %s; use the tables or an invoice instead."
                        .formatted(String.join(", ", ((Paper.Unprintable) paper).characters()))));
    }

    /** All tables in one workbook. */
    public Made workbook() {
        return file("statement", DocumentFormat.XLSX, TableFiles.xlsx(new StatementTables(dossier).all()));
    }

    /** One of the tables; empty when there is none of that name. */
    public Optional<Made> table(String name) {
        return new StatementTables(dossier)
                .all().stream()
                        .filter(table -> table.name().equals(name))
                        .findFirst()
                        .map(table -> file(name, DocumentFormat.CSV, TableFiles.csv(table)));
    }

    /** The invoice of a document; empty when there is no such document. */
    public Optional<Made> invoice(int number, DocumentFormat syntax) {
        return numbered(dossier.settled(), number)
                .map(document -> made("invoice-" + number, Drafting.of(dossier, document), syntax));
    }

    /** What takes back a document of the settlement before; empty when there is no such document. */
    public Optional<Made> reversal(int number, DocumentFormat syntax) {
        return dossier.before()
                .flatMap(before -> numbered(before, number)
                        .map(document ->
                                made("reversal-" + number, Drafting.reversing(dossier, before, document), syntax)));
    }

    private static Optional<Document> numbered(Settled settled, int number) {
        return settled.statement().documents().stream()
                .filter(document -> document.number() == number)
                .findFirst();
    }

    private Made made(String name, InvoiceDraft draft, DocumentFormat syntax) {
        if (draft instanceof NotDrafted not) {
            return new NotMade(not.reasons());
        }
        Invoice invoice = ((Drafted) draft).invoice();
        byte[] xml = syntax == DocumentFormat.UBL ? Ubl.write(invoice) : Cii.write(invoice);
        InvoiceRules.Verdict verdict = InvoiceRules.check(xml);
        return verdict.holds()
                ? file(name, syntax, xml)
                : new NotMade(verdict.broken().stream()
                        .map(rule -> "The invoice would break a rule of EN 16931: " + rule)
                        .toList());
    }

    private Made file(String name, DocumentFormat format, byte[] content) {
        CommitSettlement commit = dossier.settled().commit();
        return new Made.File(
                "%s-%s-%s-%d-%s.%s"
                        .formatted(
                                commit.agreement(),
                                Slug.of(commit.period()),
                                commit.from(),
                                commit.revision(),
                                name,
                                format.ending()),
                format,
                content);
    }
}
