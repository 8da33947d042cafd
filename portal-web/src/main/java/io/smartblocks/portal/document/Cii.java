package io.smartblocks.portal.document;

import static java.util.Objects.requireNonNull;

import com.helger.cii.d16b.CIID16BCrossIndustryInvoiceTypeMarshaller;
import io.smartblocks.portal.document.Invoice.Item;
import io.smartblocks.portal.document.Invoice.Preceding;
import io.smartblocks.portal.document.Invoice.Tax;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import un.unece.uncefact.data.standard.crossindustryinvoice._100.CrossIndustryInvoiceType;
import un.unece.uncefact.data.standard.qualifieddatatype._100.FormattedDateTimeType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.DocumentContextParameterType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.DocumentLineDocumentType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.ExchangedDocumentContextType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.ExchangedDocumentType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.HeaderTradeAgreementType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.HeaderTradeDeliveryType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.HeaderTradeSettlementType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.LineTradeAgreementType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.LineTradeDeliveryType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.LineTradeSettlementType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.NoteType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.ReferencedDocumentType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.SpecifiedPeriodType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.SupplyChainTradeLineItemType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.SupplyChainTradeTransactionType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.TradePaymentTermsType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.TradePriceType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.TradeProductType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.TradeSettlementHeaderMonetarySummationType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.TradeSettlementLineMonetarySummationType;
import un.unece.uncefact.data.standard.unqualifieddatatype._100.AmountType;
import un.unece.uncefact.data.standard.unqualifieddatatype._100.DateTimeType;
import un.unece.uncefact.data.standard.unqualifieddatatype._100.TextType;

/** Writes invoices and credit notes in the Cross Industry Invoice D16B. */
final class Cii {

    /** Year, month and day without signs between them, of UNTDID 2379. */
    private static final String DAY = "102";

    private final Invoice invoice;

    private Cii(Invoice invoice) {
        this.invoice = invoice;
    }

    static byte[] write(Invoice invoice) {
        return requireNonNull(
                new CIID16BCrossIndustryInvoiceTypeMarshaller()
                        .setFormattedOutput(true)
                        .getAsBytes(new Cii(invoice).whole()),
                "the invoice could not be written in CII");
    }

    private CrossIndustryInvoiceType whole() {
        CrossIndustryInvoiceType cii = new CrossIndustryInvoiceType();
        DocumentContextParameterType norm = new DocumentContextParameterType();
        norm.setID(Invoice.NORM);
        ExchangedDocumentContextType context = new ExchangedDocumentContextType();
        context.addGuidelineSpecifiedDocumentContextParameter(norm);
        cii.setExchangedDocumentContext(context);
        cii.setExchangedDocument(document());
        SupplyChainTradeTransactionType trade = new SupplyChainTradeTransactionType();
        invoice.lines().forEach(line -> trade.addIncludedSupplyChainTradeLineItem(line(line)));
        trade.setApplicableHeaderTradeAgreement(agreement());
        trade.setApplicableHeaderTradeDelivery(new HeaderTradeDeliveryType());
        trade.setApplicableHeaderTradeSettlement(settlement());
        cii.setSupplyChainTradeTransaction(trade);
        return cii;
    }

    private ExchangedDocumentType document() {
        ExchangedDocumentType document = new ExchangedDocumentType();
        document.setID(invoice.number());
        document.setTypeCode(invoice.kind().code());
        document.setIssueDateTime(day(invoice.issued()));
        invoice.notes().forEach(text -> document.addIncludedNote(note(text)));
        return document;
    }

    private SupplyChainTradeLineItemType line(Item item) {
        SupplyChainTradeLineItemType line = new SupplyChainTradeLineItemType();
        DocumentLineDocumentType number = new DocumentLineDocumentType();
        number.setLineID(Integer.toString(item.number()));
        item.note().ifPresent(text -> number.addIncludedNote(note(text)));
        line.setAssociatedDocumentLineDocument(number);
        TradeProductType product = new TradeProductType();
        product.addName(new TextType(item.name()));
        product.setDescription(item.description());
        line.setSpecifiedTradeProduct(product);
        TradePriceType price = new TradePriceType();
        price.addChargeAmount(amount(item.measured().price()));
        LineTradeAgreementType agreed = new LineTradeAgreementType();
        agreed.setNetPriceProductTradePrice(price);
        line.setSpecifiedLineTradeAgreement(agreed);
        LineTradeDeliveryType delivered = new LineTradeDeliveryType();
        delivered
                .setBilledQuantity(item.measured().quantity())
                .setUnitCode(item.measured().unitCode());
        line.setSpecifiedLineTradeDelivery(delivered);
        LineTradeSettlementType settled = new LineTradeSettlementType();
        settled.addApplicableTradeTax(CiiParts.tax(item.rate()));
        TradeSettlementLineMonetarySummationType sum = new TradeSettlementLineMonetarySummationType();
        sum.addLineTotalAmount(amount(item.net()));
        settled.setSpecifiedTradeSettlementLineMonetarySummation(sum);
        line.setSpecifiedLineTradeSettlement(settled);
        return line;
    }

    private HeaderTradeAgreementType agreement() {
        HeaderTradeAgreementType agreement = new HeaderTradeAgreementType();
        agreement.setSellerTradeParty(CiiParts.party(invoice.seller()));
        agreement.setBuyerTradeParty(CiiParts.party(invoice.buyer()));
        ReferencedDocumentType contract = new ReferencedDocumentType();
        contract.setIssuerAssignedID(invoice.contract());
        agreement.setContractReferencedDocument(contract);
        return agreement;
    }

    private HeaderTradeSettlementType settlement() {
        HeaderTradeSettlementType settlement = new HeaderTradeSettlementType();
        settlement.setInvoiceCurrencyCode(invoice.currency());
        invoice.account().ifPresent(account -> {
            settlement.addPaymentReference(new TextType(invoice.number()));
            settlement.addSpecifiedTradeSettlementPaymentMeans(CiiParts.means(account));
        });
        for (Tax tax : invoice.vat()) {
            settlement.addApplicableTradeTax(CiiParts.group(tax));
        }
        SpecifiedPeriodType period = new SpecifiedPeriodType();
        period.setStartDateTime(day(invoice.from()));
        period.setEndDateTime(day(invoice.lastDay()));
        settlement.setBillingSpecifiedPeriod(period);
        TradePaymentTermsType terms = new TradePaymentTermsType();
        terms.addDescription(new TextType(invoice.terms()));
        invoice.due().ifPresent(due -> terms.setDueDateDateTime(day(due)));
        settlement.addSpecifiedTradePaymentTerms(terms);
        settlement.setSpecifiedTradeSettlementHeaderMonetarySummation(totals());
        invoice.preceding().ifPresent(taken -> settlement.setInvoiceReferencedDocument(preceding(taken)));
        return settlement;
    }

    private TradeSettlementHeaderMonetarySummationType totals() {
        TradeSettlementHeaderMonetarySummationType totals = new TradeSettlementHeaderMonetarySummationType();
        totals.addLineTotalAmount(amount(invoice.net()));
        totals.addTaxBasisTotalAmount(amount(invoice.net()));
        AmountType vat = amount(invoice.vatTotal());
        vat.setCurrencyID(invoice.currency());
        totals.addTaxTotalAmount(vat);
        totals.addGrandTotalAmount(amount(invoice.gross()));
        totals.addDuePayableAmount(amount(invoice.gross()));
        return totals;
    }

    private static ReferencedDocumentType preceding(Preceding taken) {
        ReferencedDocumentType document = new ReferencedDocumentType();
        document.setIssuerAssignedID(taken.number());
        FormattedDateTimeType issued = new FormattedDateTimeType();
        issued.setDateTimeString(written(taken.issued())).setFormat(DAY);
        document.setFormattedIssueDateTime(issued);
        return document;
    }

    private static NoteType note(String text) {
        NoteType note = new NoteType();
        note.addContent(new TextType(text));
        return note;
    }

    private static DateTimeType day(LocalDate day) {
        DateTimeType time = new DateTimeType();
        time.setDateTimeString(written(day)).setFormat(DAY);
        return time;
    }

    private static String written(LocalDate day) {
        return DateTimeFormatter.BASIC_ISO_DATE.format(day);
    }

    static AmountType amount(BigDecimal amount) {
        return new AmountType(amount);
    }
}
