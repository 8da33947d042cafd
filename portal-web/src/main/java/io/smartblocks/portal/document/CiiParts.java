package io.smartblocks.portal.document;

import io.smartblocks.ledger.transaction.Particulars;
import io.smartblocks.ledger.transaction.Particulars.PaymentAccount;
import io.smartblocks.ledger.transaction.Particulars.PostalAddress;
import io.smartblocks.portal.document.Invoice.Category;
import io.smartblocks.portal.document.Invoice.Rate;
import io.smartblocks.portal.document.Invoice.Tax;
import io.smartblocks.portal.document.Invoice.Trader;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.CreditorFinancialAccountType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.CreditorFinancialInstitutionType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.LegalOrganizationType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.TaxRegistrationType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.TradeAddressType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.TradePartyType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.TradeSettlementPaymentMeansType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.TradeTaxType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.UniversalCommunicationType;
import un.unece.uncefact.data.standard.unqualifieddatatype._100.IDType;
import un.unece.uncefact.data.standard.unqualifieddatatype._100.TextType;

/** Parties, taxes and accounts in the Cross Industry Invoice. */
final class CiiParts {

    private static final String VAT = "VAT";
    /** The scheme of VAT identifiers, of UNTDID 1153. */
    private static final String VAT_ID = "VA";
    /** Credit transfer, of UNTDID 4461. */
    private static final String TRANSFER = "30";

    private CiiParts() {}

    static TradePartyType party(Trader trader) {
        Particulars said = trader.said();
        TradePartyType party = new TradePartyType();
        party.setName(said.legalName());
        said.registration().ifPresent(number -> {
            LegalOrganizationType legal = new LegalOrganizationType();
            legal.setID(number);
            party.setSpecifiedLegalOrganization(legal);
        });
        party.setPostalTradeAddress(address(said.address()));
        said.electronicAddress().ifPresent(to -> {
            UniversalCommunicationType communication = new UniversalCommunicationType();
            communication.setURIID(to.address()).setSchemeID(to.scheme());
            party.addURIUniversalCommunication(communication);
        });
        trader.vatId().ifPresent(id -> {
            IDType number = new IDType(id);
            number.setSchemeID(VAT_ID);
            TaxRegistrationType registered = new TaxRegistrationType();
            registered.setID(number);
            party.addSpecifiedTaxRegistration(registered);
        });
        return party;
    }

    private static TradeAddressType address(PostalAddress said) {
        TradeAddressType address = new TradeAddressType();
        said.postcode().ifPresent(address::setPostcodeCode);
        said.street().ifPresent(address::setLineOne);
        address.setCityName(said.city());
        address.setCountryID(said.country());
        said.region().ifPresent(region -> address.addCountrySubDivisionName(new TextType(region)));
        return address;
    }

    static TradeSettlementPaymentMeansType means(PaymentAccount into) {
        TradeSettlementPaymentMeansType means = new TradeSettlementPaymentMeansType();
        means.setTypeCode(TRANSFER);
        CreditorFinancialAccountType account = new CreditorFinancialAccountType();
        account.setIBANID(into.iban());
        into.holder().ifPresent(account::setAccountName);
        means.setPayeePartyCreditorFinancialAccount(account);
        into.bic().ifPresent(bic -> {
            CreditorFinancialInstitutionType bank = new CreditorFinancialInstitutionType();
            bank.setBICID(bic);
            means.setPayeeSpecifiedCreditorFinancialInstitution(bank);
        });
        return means;
    }

    /** Without a rate outside VAT (BR-O-05). */
    static TradeTaxType tax(Rate rate) {
        TradeTaxType tax = new TradeTaxType();
        tax.setTypeCode(VAT);
        tax.setCategoryCode(rate.category().name());
        if (rate.category() != Category.O) {
            tax.setRateApplicablePercent(rate.percent());
        }
        return tax;
    }

    static TradeTaxType group(Tax group) {
        TradeTaxType tax = tax(group.rate());
        tax.addCalculatedAmount(Cii.amount(group.amount()));
        tax.addBasisAmount(Cii.amount(group.base()));
        group.reason().ifPresent(tax::setExemptionReason);
        group.reasonCode().ifPresent(tax::setExemptionReasonCode);
        return tax;
    }
}
