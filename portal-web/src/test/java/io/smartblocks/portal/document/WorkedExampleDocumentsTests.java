package io.smartblocks.portal.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.portal.SharedFiles;
import io.smartblocks.portal.document.Invoice.Kind;
import io.smartblocks.portal.document.InvoiceDraft.Drafted;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Invoices with the lines of the worked examples come to their totals and keep the rules in both syntaxes. */
class WorkedExampleDocumentsTests {

    @Test
    void a_quarters_fee_and_the_shortfall_of_a_guarantee() throws IOException {
        JsonNode expected = worked("WE1_guaranteed_savings").at("/expected");
        Invoice fee = valid(taxed("13.5", "Client", amount(expected, "/quarterly_invoice/net"), "Supplier"));
        totals(fee, expected, "/quarterly_invoice");

        Invoice shortfall =
                valid(untaxed("Supplier", amount(expected, "/shortfall_payment_full_difference"), "Client"));
        assertThat(shortfall.seller().said()).isEqualTo(DossierFixture.CLIENT);
        assertThat(shortfall.gross()).isEqualByComparingTo("756.16");

        Invoice excess = valid(untaxed("Client", amount(expected, "/year4/client_pays_total"), "Supplier"));
        assertThat(excess.gross()).isEqualByComparingTo("1288.36");
    }

    @Test
    void the_true_up_of_shared_savings() throws IOException {
        JsonNode annual = worked("WE2_shared_savings").at("/expected/annual");
        Invoice invoice = valid(taxed("23", "Client", amount(annual, "/true_up_net"), "Supplier"));

        assertThat(invoice.vatTotal()).isEqualByComparingTo(amount(annual, "/true_up_vat"));
        assertThat(invoice.gross()).isEqualByComparingTo(amount(annual, "/true_up_gross"));
    }

    @Test
    void heat_with_its_deductions_set_off() throws IOException {
        JsonNode expected = worked("WE3_chauffage").at("/expected");
        Invoice invoice = valid(DossierFixture.of("""
                payments of one settlement are set off.
                clause 1 "Heat":
                  Client shall pay %s EUR to Supplier within 14 days after settlement, described as "P1".
                  Client shall pay %s EUR to Supplier within 14 days after settlement, described as "P2".
                  Client shall pay %s EUR to Supplier within 14 days after settlement, described as "P3".
                clause 2 "Deductions":
                  Supplier shall pay %s EUR to Client within 14 days after settlement, described as "deductions".
                VAT at 13.5 %% is added to clauses 1 and 2.
                """.formatted(
                        amount(expected, "/p1_amount"),
                        amount(expected, "/P2"),
                        amount(expected, "/P3"),
                        amount(expected, "/deduction_applied"))));

        totals(invoice, expected, "");
        assertThat(invoice.lines().get(3).net()).isEqualByComparingTo("-192.27");
    }

    @Test
    void a_supply_with_export_and_energy_tax() throws IOException {
        JsonNode expected = worked("WE4_energy_supply").at("/expected");
        totals(valid(DossierFixture.of(InvoiceTests.SUPPLY)), expected, "");
    }

    @Test
    void a_credit_note_and_what_replaces_it() throws IOException {
        JsonNode expected = worked("WE5_resettlement").at("/expected");
        Dossier corrected = DossierFixture.corrected(
                InvoiceTests.metered(amount(expected, "/original/lines/0"), amount(expected, "/original/lines/1")),
                InvoiceTests.metered(
                        amount(expected, "/replacement/lines/0"), amount(expected, "/replacement/lines/1")));
        totals(valid(corrected), expected, "/replacement");

        Invoice back = ((Drafted) Drafting.reversing(
                        corrected,
                        corrected.before().orElseThrow(),
                        corrected.before().orElseThrow().statement().documents().get(0)))
                .invoice();
        assertThat(back.kind()).isEqualTo(Kind.CREDIT_NOTE);
        assertThat(back.gross().negate()).isEqualByComparingTo(amount(expected, "/credit_note/gross"));
        assertThat(back.vatTotal().negate()).isEqualByComparingTo(amount(expected, "/credit_note/vat"));
    }

    @Test
    void each_week_of_a_performance_payment() throws IOException {
        JsonNode weeks = worked("WE6_weekly_performance").at("/weeks");
        BigDecimal total = BigDecimal.ZERO;
        for (JsonNode week : weeks) {
            BigDecimal payment = new BigDecimal(week.at("/payment").asString());
            if (payment.signum() == 0) {
                continue;
            }
            Invoice invoice = valid(
                    payment.signum() > 0
                            ? untaxed("Client", payment.toPlainString(), "Supplier")
                            : untaxed("Supplier", payment.negate().toPlainString(), "Client"));
            assertThat(invoice.gross()).isEqualByComparingTo(payment.abs());
            total = total.add(payment);
        }
        assertThat(total)
                .isEqualByComparingTo(amount(worked("WE6_weekly_performance").at("/expected"), "/total"));
    }

    @Test
    void yen_have_no_decimals_and_keep_the_rules() {
        Dossier yen = DossierFixture.of("1 JPY", """
                clause 1 "Heat":
                  Client shall pay 12,345 JPY to Supplier within 14 days after settlement, described as "heat".
                VAT at 10 % is added to clause 1.
                """);
        Invoice invoice = valid(yen);

        assertThat(invoice.vatTotal()).isEqualTo(new BigDecimal("1235"));
        assertThat(invoice.gross()).isEqualTo(new BigDecimal("13580"));
    }

    @ParameterizedTest
    @CsvSource({"UBL", "CII"})
    void dinars_with_three_decimals_are_no_invoice_and_the_rule_is_named(DocumentFormat syntax) {
        SettlementDocuments documents = new SettlementDocuments(DossierFixture.of("0.001 KWD", """
                clause 1 "Heat":
                  Client shall pay 12.345 KWD to Supplier within 14 days after settlement, described as "heat".
                VAT at 5 % is added to clause 1.
                """));

        assertThat(documents.invoice(1, syntax).orElseThrow())
                .isInstanceOfSatisfying(
                        Made.NotMade.class,
                        not -> assertThat(not.reasons())
                                .anySatisfy(reason -> assertThat(reason).contains("rules BR-DEC")));
        assertThat(new String(((Made.File) documents.table("lines").orElseThrow()).content(), UTF_8))
                .contains(",12.345");
        assertThat(documents.print()).isInstanceOf(Made.File.class);
    }

    @Test
    void a_credit_in_the_clients_favour_keeps_the_rules_too() {
        Invoice note = valid(DossierFixture.of("""
                payments of one settlement are set off.
                clause 1 "Heat":
                  Client shall pay 10.00 EUR to Supplier within 14 days after settlement, described as "heat".
                clause 2 "Return":
                  Supplier shall pay 10.01 EUR to Client within 14 days after settlement, described as "return".
                VAT at 9 % is added to clauses 1 and 2.
                """));

        assertThat(note.kind()).isEqualTo(Kind.CREDIT_NOTE);
        assertThat(note.net()).isEqualByComparingTo("0.01");
        assertThat(note.vatTotal()).isEqualByComparingTo("0.00");
    }

    private static Dossier taxed(String rate, String payer, String amount, String payee) {
        return DossierFixture.of(clause(payer, amount, payee) + "VAT at " + rate + " % is added to clause 1.\n");
    }

    private static Dossier untaxed(String payer, String amount, String payee) {
        return DossierFixture.of(clause(payer, amount, payee));
    }

    private static String clause(String payer, String amount, String payee) {
        return """
                clause 1 "Fee":
                  %s shall pay %s EUR to %s within 30 days after settlement, described as "fee".
                """.formatted(payer, amount, payee);
    }

    private static void totals(Invoice invoice, JsonNode expected, String under) {
        assertThat(invoice.net()).isEqualByComparingTo(amount(expected, under + "/net"));
        assertThat(invoice.vatTotal()).isEqualByComparingTo(amount(expected, under + "/vat"));
        assertThat(invoice.gross()).isEqualByComparingTo(amount(expected, under + "/gross"));
    }

    /** The first invoice of a settlement, of which all keep the rules in both syntaxes. */
    private static Invoice valid(Dossier dossier) {
        List<Made> made = InvoiceTests.valid(dossier);
        assertThat(made).hasSize(2);
        return InvoiceTests.first(dossier);
    }

    private static JsonNode worked(String name) throws IOException {
        return new JsonMapper().readTree(Files.readString(SharedFiles.metering("worked/" + name + ".json")));
    }

    private static String amount(JsonNode node, String at) {
        String amount = node.at(at).asString();
        assertThat(amount).as(at).isNotEmpty();
        return amount;
    }
}
