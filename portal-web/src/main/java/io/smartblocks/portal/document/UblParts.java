package io.smartblocks.portal.document;

import io.smartblocks.ledger.transaction.Particulars;
import io.smartblocks.ledger.transaction.Particulars.PaymentAccount;
import io.smartblocks.ledger.transaction.Particulars.PostalAddress;
import io.smartblocks.portal.document.Invoice.Item;
import io.smartblocks.portal.document.Invoice.Rate;
import io.smartblocks.portal.document.Invoice.Tax;
import io.smartblocks.portal.document.Invoice.Trader;
import java.util.List;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.AddressType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.BillingReferenceType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.BranchType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.CountryType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.CustomerPartyType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.DocumentReferenceType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.FinancialAccountType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.ItemType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.MonetaryTotalType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PartyLegalEntityType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PartyTaxSchemeType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PartyType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PaymentMeansType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PaymentTermsType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PeriodType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PriceType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.SupplierPartyType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.TaxCategoryType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.TaxSchemeType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.TaxSubtotalType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.TaxTotalType;
import oasis.names.specification.ubl.schema.xsd.commonbasiccomponents_21.DescriptionType;
import oasis.names.specification.ubl.schema.xsd.commonbasiccomponents_21.LineExtensionAmountType;
import oasis.names.specification.ubl.schema.xsd.commonbasiccomponents_21.NoteType;
import oasis.names.specification.ubl.schema.xsd.commonbasiccomponents_21.PaymentIDType;
import oasis.names.specification.ubl.schema.xsd.commonbasiccomponents_21.TaxExemptionReasonType;

/** The parts that invoices and credit notes of UBL 2.1 have in common. */
final class UblParts {

    private static final String VAT = "VAT";
    /** Credit transfer, of UNTDID 4461. */
    private static final String TRANSFER = "30";

    private final Invoice invoice;

    UblParts(Invoice invoice) {
        this.invoice = invoice;
    }

    PeriodType period() {
        PeriodType period = new PeriodType();
        period.setStartDate(invoice.from());
        period.setEndDate(invoice.lastDay());
        return period;
    }

    DocumentReferenceType contract() {
        DocumentReferenceType contract = new DocumentReferenceType();
        contract.setID(invoice.contract());
        return contract;
    }

    List<NoteType> notes() {
        return invoice.notes().stream().map(NoteType::new).toList();
    }

    List<BillingReferenceType> preceding() {
        return invoice.preceding().map(UblParts::reference).stream().toList();
    }

    private static BillingReferenceType reference(Invoice.Preceding taken) {
        DocumentReferenceType document = new DocumentReferenceType();
        document.setID(taken.number());
        document.setIssueDate(taken.issued());
        BillingReferenceType reference = new BillingReferenceType();
        reference.setInvoiceDocumentReference(document);
        return reference;
    }

    SupplierPartyType supplier() {
        SupplierPartyType supplier = new SupplierPartyType();
        supplier.setParty(party(invoice.seller()));
        return supplier;
    }

    CustomerPartyType customer() {
        CustomerPartyType customer = new CustomerPartyType();
        customer.setParty(party(invoice.buyer()));
        return customer;
    }

    private static PartyType party(Trader trader) {
        Particulars said = trader.said();
        PartyType party = new PartyType();
        said.electronicAddress()
                .ifPresent(to -> party.setEndpointID(to.address()).setSchemeID(to.scheme()));
        party.setPostalAddress(address(said.address()));
        trader.vatId().ifPresent(id -> {
            PartyTaxSchemeType registered = new PartyTaxSchemeType();
            registered.setCompanyID(id);
            registered.setTaxScheme(scheme());
            party.addPartyTaxScheme(registered);
        });
        PartyLegalEntityType entity = new PartyLegalEntityType();
        entity.setRegistrationName(said.legalName());
        said.registration().ifPresent(entity::setCompanyID);
        party.addPartyLegalEntity(entity);
        return party;
    }

    private static AddressType address(PostalAddress said) {
        AddressType address = new AddressType();
        said.street().ifPresent(address::setStreetName);
        address.setCityName(said.city());
        said.postcode().ifPresent(address::setPostalZone);
        said.region().ifPresent(address::setCountrySubentity);
        CountryType country = new CountryType();
        country.setIdentificationCode(said.country());
        address.setCountry(country);
        return address;
    }

    List<PaymentMeansType> payment() {
        return invoice.account().map(this::transfer).stream().toList();
    }

    private PaymentMeansType transfer(PaymentAccount into) {
        PaymentMeansType means = new PaymentMeansType();
        means.setPaymentMeansCode(TRANSFER);
        means.addPaymentID(new PaymentIDType(invoice.number()));
        FinancialAccountType account = new FinancialAccountType();
        account.setID(into.iban());
        into.holder().ifPresent(account::setName);
        into.bic().ifPresent(bic -> {
            BranchType branch = new BranchType();
            branch.setID(bic);
            account.setFinancialInstitutionBranch(branch);
        });
        means.setPayeeFinancialAccount(account);
        return means;
    }

    PaymentTermsType terms() {
        PaymentTermsType terms = new PaymentTermsType();
        terms.addNote(new NoteType(invoice.terms()));
        return terms;
    }

    TaxTotalType taxes() {
        TaxTotalType total = new TaxTotalType();
        total.setTaxAmount(invoice.vatTotal()).setCurrencyID(invoice.currency());
        invoice.vat().forEach(tax -> total.addTaxSubtotal(subtotal(tax)));
        return total;
    }

    private TaxSubtotalType subtotal(Tax tax) {
        TaxSubtotalType subtotal = new TaxSubtotalType();
        subtotal.setTaxableAmount(tax.base()).setCurrencyID(invoice.currency());
        subtotal.setTaxAmount(tax.amount()).setCurrencyID(invoice.currency());
        TaxCategoryType category = category(tax.rate());
        tax.reasonCode().ifPresent(category::setTaxExemptionReasonCode);
        tax.reason().ifPresent(reason -> category.addTaxExemptionReason(new TaxExemptionReasonType(reason)));
        subtotal.setTaxCategory(category);
        return subtotal;
    }

    MonetaryTotalType totals() {
        MonetaryTotalType totals = new MonetaryTotalType();
        totals.setLineExtensionAmount(invoice.net()).setCurrencyID(invoice.currency());
        totals.setTaxExclusiveAmount(invoice.net()).setCurrencyID(invoice.currency());
        totals.setTaxInclusiveAmount(invoice.gross()).setCurrencyID(invoice.currency());
        totals.setPayableAmount(invoice.gross()).setCurrencyID(invoice.currency());
        return totals;
    }

    ItemType item(Item line) {
        ItemType item = new ItemType();
        item.setName(line.name());
        item.addDescription(new DescriptionType(line.description()));
        item.addClassifiedTaxCategory(category(line.rate()));
        return item;
    }

    LineExtensionAmountType net(Item line) {
        LineExtensionAmountType net = new LineExtensionAmountType(line.net());
        net.setCurrencyID(invoice.currency());
        return net;
    }

    PriceType price(Item line) {
        PriceType price = new PriceType();
        price.setPriceAmount(line.measured().price()).setCurrencyID(invoice.currency());
        return price;
    }

    /** Without a rate outside VAT (BR-O-05). */
    private static TaxCategoryType category(Rate rate) {
        TaxCategoryType category = new TaxCategoryType();
        category.setID(rate.category().name());
        if (rate.category() != Invoice.Category.O) {
            category.setPercent(rate.percent());
        }
        category.setTaxScheme(scheme());
        return category;
    }

    private static TaxSchemeType scheme() {
        TaxSchemeType scheme = new TaxSchemeType();
        scheme.setID(VAT);
        return scheme;
    }
}
