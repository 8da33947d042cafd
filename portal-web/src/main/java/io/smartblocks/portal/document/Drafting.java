package io.smartblocks.portal.document;

import io.smartblocks.dsl.units.Exact;
import io.smartblocks.ledger.identity.Slug;
import io.smartblocks.ledger.transaction.SettlementAction.CommitSettlement;
import io.smartblocks.portal.document.Dossier.Settled;
import io.smartblocks.portal.document.Invoice.Category;
import io.smartblocks.portal.document.Invoice.Item;
import io.smartblocks.portal.document.Invoice.Kind;
import io.smartblocks.portal.document.Invoice.Preceding;
import io.smartblocks.portal.document.Invoice.Rate;
import io.smartblocks.portal.document.Invoice.Tax;
import io.smartblocks.portal.document.Invoice.Trader;
import io.smartblocks.portal.document.InvoiceDraft.Drafted;
import io.smartblocks.portal.document.InvoiceDraft.NotDrafted;
import io.smartblocks.runtime.settlement.Document;
import io.smartblocks.runtime.settlement.DueWords;
import io.smartblocks.runtime.settlement.Line;
import io.smartblocks.runtime.settlement.Statement;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes the invoice of a document, or the credit note that takes it back. */
final class Drafting {

    private static final Exact HUNDRED = Exact.of(100);
    private static final int PERCENT_DIGITS = 10;
    /** BR-DEC: no amount of EN 16931 has more. */
    private static final int AMOUNT_DIGITS = 2;

    private final Dossier dossier;
    private final Settled settled;
    private final Document document;
    private final boolean reversal;

    private Drafting(Dossier dossier, Settled settled, Document document, boolean reversal) {
        this.dossier = dossier;
        this.settled = settled;
        this.document = document;
        this.reversal = reversal;
    }

    /** The invoice of a document of the settlement. */
    static InvoiceDraft of(Dossier dossier, Document document) {
        return new Drafting(dossier, dossier.settled(), document, false).draft();
    }

    /** What takes back a document of the settlement that is corrected. */
    static InvoiceDraft reversing(Dossier dossier, Settled before, Document document) {
        return new Drafting(dossier, before, document, true).draft();
    }

    /** The number of a document; it tells which settlement it comes from. */
    static String number(CommitSettlement commit, int document) {
        return "%s/%s/%s/%d/%d"
                .formatted(commit.agreement(), Slug.of(commit.period()), commit.from(), commit.revision(), document);
    }

    private InvoiceDraft draft() {
        boolean taxed = !document.vat().isEmpty();
        Traders traders = new Traders(dossier.block(), taxed);
        Optional<Trader> seller = traders.seller(dossier.party(credits() ? document.payer() : document.payee()));
        Optional<Trader> buyer = traders.buyer(dossier.party(credits() ? document.payee() : document.payer()));
        List<String> reasons = new ArrayList<>(traders.lacks());
        if (document.gross().stripTrailingZeros().scale() > AMOUNT_DIGITS
                || document.net().stripTrailingZeros().scale() > AMOUNT_DIGITS
                || document.entries().stream()
                        .anyMatch(entry -> entry.amount().stripTrailingZeros().scale() > AMOUNT_DIGITS)) {
            reasons.add("Amounts in %s have more than two decimals here, and EN 16931 knows two (rules BR-DEC);"
                            .formatted(document.currency())
                    + " use the PDF or the tables, or have the agreement round money to 0.01.");
        }
        return reasons.isEmpty()
                ? new Drafted(invoice(seller.orElseThrow(), buyer.orElseThrow()))
                : new NotDrafted(reasons);
    }

    /**
     * Whether the document is a credit of its payer by nature: payments are set off, its first line goes the other way, and
     * what is set off outweighs it.
     */
    private boolean credits() {
        return document.entries().get(0).amount().signum() < 0;
    }

    private Invoice invoice(Trader seller, Trader buyer) {
        Statement statement = settled.statement();
        Kind byNature = credits() ? Kind.CREDIT_NOTE : Kind.INVOICE;
        String number = number(settled.commit(), document.number());
        boolean payable = !reversal && byNature == Kind.INVOICE;
        return new Invoice(
                reversal ? number + "/reversal" : number,
                reversal ? byNature.opposite() : byNature,
                dossier.statement().settledOn(),
                payable ? Optional.of(document.due()) : Optional.empty(),
                document.currency(),
                dossier.agreement().agreement() + " version " + settled.commit().version(),
                statement.from(),
                statement.to().minusDays(1),
                reversal ? Optional.of(new Preceding(number, statement.settledOn())) : Optional.empty(),
                seller,
                buyer,
                payable ? seller.said().account() : Optional.empty(),
                terms(),
                notes(),
                items(statement),
                taxes(statement),
                money(document.net()),
                money(document.vatTotal()),
                money(document.gross()));
    }

    private String terms() {
        if (reversal) {
            return "Taken back in full. What is owed follows from the documents of revision %d of this settlement; what was"
                            .formatted(dossier.settled().commit().revision())
                    + " paid for this period counts for them.";
        }
        String parts = document.earlier().isEmpty()
                ? ""
                : ", of which " + DueWords.of(document.parts(), "by", LocalDate::toString);
        return "To be paid%s by %s%s.".formatted(credits() ? " to the buyer" : "", document.due(), parts);
    }

    private List<String> notes() {
        CommitSettlement commit = dossier.settled().commit();
        return List.of(
                "Settlement of '%s', %s from %s to %s, revision %d, committed in block %d by transaction %s."
                        .formatted(
                                dossier.agreement().title(),
                                commit.period(),
                                commit.from(),
                                commit.to().minusDays(1),
                                commit.revision(),
                                dossier.block(),
                                dossier.transaction()),
                "SHA-256 of the statement: %s. Check it with: smartblocks verify %s %s"
                        .formatted(commit.statementHash(), commit.agreement(), commit.from()));
    }

    private List<Item> items(Statement statement) {
        Measuring measuring = new Measuring(statement, dossier.text().words());
        return document.entries().stream()
                .map(entry -> item(entry, statement.lines().get(entry.line()), measuring))
                .toList();
    }

    private Item item(Document.Entry entry, Line line, Measuring measuring) {
        BigDecimal amount = money(entry.amount());
        return new Item(
                entry.line() + 1,
                line.description().isBlank() ? "Clause " + line.clause() : line.description(),
                "Clause %s: %s pays %s".formatted(line.clause(), line.payer(), line.payee()),
                line.notes().isEmpty() ? Optional.empty() : Optional.of(String.join("; ", line.notes())),
                measuring.of(entry.line(), amount),
                amount,
                rate(line));
    }

    /** Lines without VAT are exempt beside others that bear it, since BR-O-11 lets them not stand together. */
    private Rate rate(Line line) {
        if (line.vatRate().signum() != 0) {
            return new Rate(Category.S, percent(line.vatRate()));
        }
        return untaxed();
    }

    private Rate untaxed() {
        return new Rate(document.vat().isEmpty() ? Category.O : Category.E, BigDecimal.ZERO);
    }

    private List<Tax> taxes(Statement statement) {
        List<Tax> taxes = new ArrayList<>();
        document.vat()
                .forEach(vat -> taxes.add(
                        new Tax(new Rate(Category.S, percent(vat.rate())), money(vat.base()), money(vat.amount()))));
        List<BigDecimal> without = document.entries().stream()
                .filter(entry -> statement.lines().get(entry.line()).vatRate().signum() == 0)
                .map(Document.Entry::amount)
                .toList();
        if (!without.isEmpty()) {
            BigDecimal base = without.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            taxes.add(new Tax(untaxed(), money(base), money(BigDecimal.ZERO)));
        }
        return taxes;
    }

    private static BigDecimal percent(Exact rate) {
        BigDecimal percent = rate.times(HUNDRED)
                .toDecimal(PERCENT_DIGITS, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        return percent.scale() < 0 ? percent.setScale(0) : percent;
    }

    /** With the digits of the agreement's money, of which no more than two are ever used here. */
    private BigDecimal money(BigDecimal amount) {
        int digits = Math.min(AMOUNT_DIGITS, document.gross().scale());
        return amount.setScale(digits, RoundingMode.UNNECESSARY);
    }
}
