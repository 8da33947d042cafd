package io.smartblocks.portal.document;

import static java.util.Objects.requireNonNull;

import com.helger.ubl21.UBL21Marshaller;
import io.smartblocks.portal.document.Invoice.Item;
import io.smartblocks.portal.document.Invoice.Kind;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.CreditNoteLineType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.InvoiceLineType;
import oasis.names.specification.ubl.schema.xsd.commonbasiccomponents_21.NoteType;
import oasis.names.specification.ubl.schema.xsd.creditnote_21.CreditNoteType;
import oasis.names.specification.ubl.schema.xsd.invoice_21.InvoiceType;

/**
 * Writes invoices and credit notes in UBL 2.1, which has a type for each and none for both; all that they are made of is
 * in their parts.
 */
final class Ubl {

    private final Invoice invoice;
    private final UblParts parts;

    private Ubl(Invoice invoice) {
        this.invoice = invoice;
        this.parts = new UblParts(invoice);
    }

    static byte[] write(Invoice invoice) {
        Ubl ubl = new Ubl(invoice);
        byte[] xml = invoice.kind() == Kind.CREDIT_NOTE
                ? UBL21Marshaller.creditNote().setFormattedOutput(true).getAsBytes(ubl.creditNote())
                : UBL21Marshaller.invoice().setFormattedOutput(true).getAsBytes(ubl.invoice());
        return requireNonNull(xml, "the invoice could not be written in UBL");
    }

    private InvoiceType invoice() {
        InvoiceType ubl = new InvoiceType();
        ubl.setCustomizationID(Invoice.NORM);
        ubl.setID(invoice.number());
        ubl.setIssueDate(invoice.issued());
        invoice.due().ifPresent(ubl::setDueDate);
        ubl.setInvoiceTypeCode(invoice.kind().code());
        ubl.setNote(parts.notes());
        ubl.setDocumentCurrencyCode(invoice.currency());
        ubl.addInvoicePeriod(parts.period());
        ubl.setBillingReference(parts.preceding());
        ubl.addContractDocumentReference(parts.contract());
        ubl.setAccountingSupplierParty(parts.supplier());
        ubl.setAccountingCustomerParty(parts.customer());
        ubl.setPaymentMeans(parts.payment());
        ubl.addPaymentTerms(parts.terms());
        ubl.addTaxTotal(parts.taxes());
        ubl.setLegalMonetaryTotal(parts.totals());
        invoice.lines().forEach(item -> ubl.addInvoiceLine(line(item)));
        return ubl;
    }

    private InvoiceLineType line(Item item) {
        InvoiceLineType line = new InvoiceLineType();
        line.setID(Integer.toString(item.number()));
        item.note().ifPresent(note -> line.addNote(new NoteType(note)));
        line.setInvoicedQuantity(item.measured().quantity())
                .setUnitCode(item.measured().unitCode());
        line.setLineExtensionAmount(parts.net(item));
        line.setItem(parts.item(item));
        line.setPrice(parts.price(item));
        return line;
    }

    private CreditNoteType creditNote() {
        CreditNoteType ubl = new CreditNoteType();
        ubl.setCustomizationID(Invoice.NORM);
        ubl.setID(invoice.number());
        ubl.setIssueDate(invoice.issued());
        ubl.setCreditNoteTypeCode(invoice.kind().code());
        ubl.setNote(parts.notes());
        ubl.setDocumentCurrencyCode(invoice.currency());
        ubl.addInvoicePeriod(parts.period());
        ubl.setBillingReference(parts.preceding());
        ubl.addContractDocumentReference(parts.contract());
        ubl.setAccountingSupplierParty(parts.supplier());
        ubl.setAccountingCustomerParty(parts.customer());
        ubl.addPaymentTerms(parts.terms());
        ubl.addTaxTotal(parts.taxes());
        ubl.setLegalMonetaryTotal(parts.totals());
        invoice.lines().forEach(item -> ubl.addCreditNoteLine(creditLine(item)));
        return ubl;
    }

    private CreditNoteLineType creditLine(Item item) {
        CreditNoteLineType line = new CreditNoteLineType();
        line.setID(Integer.toString(item.number()));
        item.note().ifPresent(note -> line.addNote(new NoteType(note)));
        line.setCreditedQuantity(item.measured().quantity())
                .setUnitCode(item.measured().unitCode());
        line.setLineExtensionAmount(parts.net(item));
        line.setItem(parts.item(item));
        line.setPrice(parts.price(item));
        return line;
    }
}
