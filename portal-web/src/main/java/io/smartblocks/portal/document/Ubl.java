package io.smartblocks.portal.document;

import static java.util.Objects.requireNonNull;

import com.helger.ubl21.UBL21Marshaller;
import io.smartblocks.portal.document.Invoice.Item;
import io.smartblocks.portal.document.Invoice.Kind;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.CreditNoteLineType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.CustomerPartyType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.InvoiceLineType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PartyType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.SupplierPartyType;
import oasis.names.specification.ubl.schema.xsd.commonbasiccomponents_21.NoteType;
import oasis.names.specification.ubl.schema.xsd.creditnote_21.CreditNoteType;
import oasis.names.specification.ubl.schema.xsd.invoice_21.InvoiceType;

/** Writes invoices and credit notes in UBL 2.1. */
final class Ubl {

    private Ubl() {}

    static byte[] write(Invoice invoice) {
        byte[] xml = invoice.kind() == Kind.CREDIT_NOTE
                ? UBL21Marshaller.creditNote().setFormattedOutput(true).getAsBytes(creditNote(invoice))
                : UBL21Marshaller.invoice().setFormattedOutput(true).getAsBytes(invoice(invoice));
        return requireNonNull(xml, "the invoice could not be written in UBL");
    }

    private static InvoiceType invoice(Invoice invoice) {
        UblParts parts = new UblParts(invoice);
        InvoiceType ubl = new InvoiceType();
        ubl.setCustomizationID(Invoice.NORM);
        ubl.setID(invoice.number());
        ubl.setIssueDate(invoice.issued());
        invoice.due().ifPresent(ubl::setDueDate);
        ubl.setInvoiceTypeCode(invoice.kind().code());
        invoice.notes().forEach(note -> ubl.addNote(new NoteType(note)));
        ubl.setDocumentCurrencyCode(invoice.currency());
        ubl.addInvoicePeriod(parts.period());
        invoice.preceding().ifPresent(taken -> ubl.addBillingReference(parts.preceding(taken)));
        ubl.addContractDocumentReference(parts.contract());
        ubl.setAccountingSupplierParty(supplier(parts.party(invoice.seller())));
        ubl.setAccountingCustomerParty(customer(parts.party(invoice.buyer())));
        invoice.account().ifPresent(account -> ubl.addPaymentMeans(parts.payment(account)));
        ubl.addPaymentTerms(parts.terms());
        ubl.addTaxTotal(parts.taxes());
        ubl.setLegalMonetaryTotal(parts.totals());
        invoice.lines().forEach(line -> ubl.addInvoiceLine(line(line, invoice.currency(), parts)));
        return ubl;
    }

    private static InvoiceLineType line(Item item, String currency, UblParts parts) {
        InvoiceLineType line = new InvoiceLineType();
        line.setID(Integer.toString(item.number()));
        item.note().ifPresent(note -> line.addNote(new NoteType(note)));
        line.setInvoicedQuantity(item.measured().quantity())
                .setUnitCode(item.measured().unitCode());
        line.setLineExtensionAmount(item.net()).setCurrencyID(currency);
        line.setItem(parts.item(item));
        line.setPrice(parts.price(item.measured().price()));
        return line;
    }

    private static CreditNoteType creditNote(Invoice invoice) {
        UblParts parts = new UblParts(invoice);
        CreditNoteType ubl = new CreditNoteType();
        ubl.setCustomizationID(Invoice.NORM);
        ubl.setID(invoice.number());
        ubl.setIssueDate(invoice.issued());
        ubl.setCreditNoteTypeCode(invoice.kind().code());
        invoice.notes().forEach(note -> ubl.addNote(new NoteType(note)));
        ubl.setDocumentCurrencyCode(invoice.currency());
        ubl.addInvoicePeriod(parts.period());
        invoice.preceding().ifPresent(taken -> ubl.addBillingReference(parts.preceding(taken)));
        ubl.addContractDocumentReference(parts.contract());
        ubl.setAccountingSupplierParty(supplier(parts.party(invoice.seller())));
        ubl.setAccountingCustomerParty(customer(parts.party(invoice.buyer())));
        ubl.addPaymentTerms(parts.terms());
        ubl.addTaxTotal(parts.taxes());
        ubl.setLegalMonetaryTotal(parts.totals());
        invoice.lines().forEach(line -> ubl.addCreditNoteLine(creditLine(line, invoice.currency(), parts)));
        return ubl;
    }

    private static CreditNoteLineType creditLine(Item item, String currency, UblParts parts) {
        CreditNoteLineType line = new CreditNoteLineType();
        line.setID(Integer.toString(item.number()));
        item.note().ifPresent(note -> line.addNote(new NoteType(note)));
        line.setCreditedQuantity(item.measured().quantity())
                .setUnitCode(item.measured().unitCode());
        line.setLineExtensionAmount(item.net()).setCurrencyID(currency);
        line.setItem(parts.item(item));
        line.setPrice(parts.price(item.measured().price()));
        return line;
    }

    private static SupplierPartyType supplier(PartyType party) {
        SupplierPartyType supplier = new SupplierPartyType();
        supplier.setParty(party);
        return supplier;
    }

    private static CustomerPartyType customer(PartyType party) {
        CustomerPartyType customer = new CustomerPartyType();
        customer.setParty(party);
        return customer;
    }
}
