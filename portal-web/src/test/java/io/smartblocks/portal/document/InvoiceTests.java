package io.smartblocks.portal.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.portal.document.Dossier.Said;
import io.smartblocks.portal.document.Invoice.Category;
import io.smartblocks.portal.document.Invoice.Kind;
import io.smartblocks.portal.document.InvoiceDraft.Drafted;
import io.smartblocks.portal.document.Made.NotMade;
import io.smartblocks.runtime.settlement.Document;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InvoiceTests {

    /** WE4: a month of electricity, with an export credit that carries no VAT. */
    static final String SUPPLY = """
            payments of one settlement are set off.
            Day Energy is 33328.10 kWh.
            Day Price is 0.1974 EUR per kWh.
            clause 1 "Supply":
              Client shall pay Day Energy * Day Price to Supplier within 14 days after settlement, described as "energy day".
              Client shall pay 10416.0 kWh * 0.1187 EUR per kWh to Supplier within 14 days after settlement, described as "energy night".
              Client shall pay 1542.16 EUR to Supplier within 14 days after settlement, described as "energy peak".
              Client shall pay 860.81 EUR to Supplier within 14 days after settlement, described as "demand, capacity, standing, levy and tax".
            clause 2 "Export":
              Supplier shall pay 288.97 EUR to Client within 14 days after settlement, described as "export".
            VAT at 9 % is added to clause 1.
            """;

    @Test
    void quantities_and_prices_stand_in_the_lines_where_they_make_up_the_amount() {
        Invoice invoice = first(DossierFixture.of(SUPPLY));

        assertThat(invoice.lines().get(0).measured())
                .isEqualTo(new Invoice.Measured(
                        new java.math.BigDecimal("33328.1"), "KWH", new java.math.BigDecimal("0.1974")));
        assertThat(invoice.lines().get(2).measured().unitCode()).isEqualTo("C62");
        assertThat(invoice.net()).isEqualByComparingTo("9929.35");
        assertThat(invoice.vatTotal()).isEqualByComparingTo("919.65");
        assertThat(invoice.gross()).isEqualByComparingTo("10849.00");
    }

    @Test
    void a_line_without_vat_beside_others_is_exempt_and_what_is_set_off_is_a_negative_quantity() {
        Invoice invoice = first(DossierFixture.of(SUPPLY));

        Invoice.Item export = invoice.lines().get(4);
        assertThat(export.rate().category()).isEqualTo(Category.E);
        assertThat(export.net()).isEqualByComparingTo("-288.97");
        assertThat(export.measured().quantity().signum()).isNegative();
        assertThat(export.measured().price()).isEqualByComparingTo("288.97");
        assertThat(invoice.vat()).extracting(tax -> tax.rate().category()).containsExactly(Category.S, Category.E);
        valid(DossierFixture.of(SUPPLY));
    }

    @Test
    void a_payment_outside_vat_is_an_invoice_that_names_no_vat_identifiers() {
        Dossier shortfall = DossierFixture.of("""
                clause 4 "Guarantee":
                  Supplier shall pay 756.16 EUR to Client within 30 days after settlement, described as "shortfall".
                """);
        Invoice invoice = first(shortfall);

        assertThat(invoice.kind()).isEqualTo(Kind.INVOICE);
        assertThat(invoice.vat()).singleElement().satisfies(tax -> {
            assertThat(tax.rate().category()).isEqualTo(Category.O);
            assertThat(tax.reasonCode()).contains("VATEX-EU-O");
        });
        assertThat(text(valid(shortfall).get(0))).doesNotContain("IE7654321JA</cbc:CompanyID");
    }

    @Test
    void where_what_is_set_off_outweighs_the_supply_its_supplier_gives_credit() {
        Dossier credit = DossierFixture.of("""
                payments of one settlement are set off.
                clause 1 "Heat":
                  Client shall pay 100.00 EUR to Supplier within 14 days after settlement, described as "heat".
                clause 2 "Outage":
                  Supplier shall pay 160.00 EUR to Client within 14 days after settlement, described as "deduction".
                VAT at 13.5 % is added to clauses 1 and 2.
                """);
        Invoice note = first(credit);

        assertThat(note.kind()).isEqualTo(Kind.CREDIT_NOTE);
        assertThat(note.seller().said()).isEqualTo(DossierFixture.SUPPLIER);
        assertThat(note.buyer().said()).isEqualTo(DossierFixture.CLIENT);
        assertThat(note.gross()).isEqualByComparingTo("68.10");
        assertThat(note.account()).isEmpty();
        valid(credit);
    }

    @Test
    void a_correction_is_a_credit_note_for_the_first_invoice_and_a_new_invoice() {
        Dossier corrected = DossierFixture.corrected(metered("136.62", "84.40"), metered("132.69", "81.98"));
        Document before =
                corrected.before().orElseThrow().statement().documents().get(0);
        Invoice back =
                ((Drafted) Drafting.reversing(corrected, corrected.before().orElseThrow(), before)).invoice();
        Invoice now = first(corrected);

        assertThat(back.kind()).isEqualTo(Kind.CREDIT_NOTE);
        assertThat(back.gross()).isEqualByComparingTo("258.64");
        assertThat(back.vatTotal()).isEqualByComparingTo("21.36");
        assertThat(back.preceding())
                .hasValueSatisfying(taken -> assertThat(taken.number()).isEqualTo("worked/month/2026-03-01/0/1"));
        assertThat(now.number()).isEqualTo("worked/month/2026-03-01/1/1");
        assertThat(now.gross()).isEqualByComparingTo("251.71");
        assertThat(now.gross().subtract(back.gross())).isEqualByComparingTo("-6.93");
        assertThat(now.vatTotal().subtract(back.vatTotal())).isEqualByComparingTo("-0.58");
        valid(corrected);
        SettlementDocuments documents = new SettlementDocuments(corrected);
        assertThat(documents.reversals()).containsExactly(1);
        for (DocumentFormat syntax : List.of(DocumentFormat.UBL, DocumentFormat.CII)) {
            String xml = text(documents.reversal(1, syntax).orElseThrow());
            assertThat(xml).contains("worked/month/2026-03-01/0/1/reversal", "381");
            assertThat(InvoiceRules.check(xml.getBytes(UTF_8)).broken()).isEmpty();
        }
    }

    static String metered(String old, String changed) {
        return """
                clause 1 "Supply":
                  Client shall pay %s EUR to Supplier within 14 days after settlement, described as "old price".
                  Client shall pay %s EUR to Supplier within 14 days after settlement, described as "new price".
                  Client shall pay 16.26 EUR to Supplier within 14 days after settlement, described as "standing".
                VAT at 9 %% is added to clause 1.
                """.formatted(old, changed);
    }

    @Test
    void what_is_missing_is_named_with_its_term_and_how_to_state_it() {
        Dossier silent = DossierFixture.saying(DossierFixture.of(SUPPLY), List.of(), List.of());

        Made made =
                new SettlementDocuments(silent).invoice(1, DocumentFormat.UBL).orElseThrow();

        assertThat(((NotMade) made).reasons())
                .hasSize(2)
                .anySatisfy(reason -> assertThat(reason).contains("Harbour Energy (harbour)", "BT-27", "--legal-name"))
                .anySatisfy(reason -> assertThat(reason).contains("Nimbus Campus (nimbus)", "BT-44"));
    }

    @Test
    void what_was_said_when_it_was_settled_counts_and_later_words_only_where_that_was_not_enough() {
        Said before = new Said(3, DossierFixture.SUPPLIER);
        Said later = new Said(9, DossierFixture.particulars("Renamed Ltd", "IE1234567FA", "700101"));
        Dossier whole = DossierFixture.of(SUPPLY);
        List<Said> client = whole.party("Client").said();
        assertThat(first(DossierFixture.saying(whole, List.of(before, later), client))
                        .seller()
                        .said())
                .isEqualTo(DossierFixture.SUPPLIER);

        Said without = new Said(3, without(DossierFixture.SUPPLIER));
        assertThat(first(DossierFixture.saying(whole, List.of(without, later), client))
                        .seller()
                        .said())
                .isEqualTo(later.particulars());
    }

    private static io.smartblocks.ledger.transaction.Particulars without(
            io.smartblocks.ledger.transaction.Particulars said) {
        return new io.smartblocks.ledger.transaction.Particulars(
                said.legalName(),
                said.address(),
                Optional.empty(),
                said.registration(),
                said.electronicAddress(),
                said.account());
    }

    @Test
    void the_same_settlement_gives_the_same_bytes() {
        SettlementDocuments one = new SettlementDocuments(DossierFixture.of(SUPPLY));
        SettlementDocuments two = new SettlementDocuments(DossierFixture.of(SUPPLY));

        for (DocumentFormat syntax : List.of(DocumentFormat.UBL, DocumentFormat.CII)) {
            assertThat(text(one.invoice(1, syntax).orElseThrow()))
                    .isEqualTo(text(two.invoice(1, syntax).orElseThrow()));
        }
        assertThat(((Made.File) one.print()).content()).isEqualTo(((Made.File) two.print()).content());
        assertThat(((Made.File) one.workbook()).content()).isEqualTo(((Made.File) two.workbook()).content());
    }

    static Invoice first(Dossier dossier) {
        return ((Drafted) Drafting.of(dossier, dossier.statement().documents().get(0))).invoice();
    }

    /** All invoices of a settlement in both syntaxes, which all keep the rules. */
    static List<Made> valid(Dossier dossier) {
        SettlementDocuments documents = new SettlementDocuments(dossier);
        return documents.invoices().stream()
                .flatMap(number -> List.of(DocumentFormat.UBL, DocumentFormat.CII).stream()
                        .map(syntax -> documents.invoice(number, syntax).orElseThrow()))
                .peek(made -> assertThat(made).as(made.toString()).isInstanceOf(Made.File.class))
                .toList();
    }

    static String text(Made made) {
        return new String(((Made.File) made).content(), UTF_8);
    }
}
