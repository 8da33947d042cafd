package io.smartblocks.portal.demo;

import io.smartblocks.ledger.transaction.Particulars;
import io.smartblocks.ledger.transaction.Particulars.PaymentAccount;
import io.smartblocks.ledger.transaction.Particulars.PostalAddress;
import java.util.Map;
import java.util.Optional;

/** What invoices name of the parties on the demo site; numbers and accounts are examples that belong to nobody. */
final class DemoParticulars {

    /** By who states them. */
    static final Map<DemoMember, Particulars> ALL = Map.of(
            DemoMember.HARBOUR_SIGNATORY,
            company(
                    DemoMember.HARBOUR,
                    address("12 Alexandra Road", "D01 H4C6"),
                    "IE1234567FA",
                    "700101",
                    "IE29AIBK93115212345678"),
            DemoMember.NIMBUS_SIGNATORY,
            company(
                    DemoMember.NIMBUS,
                    address("Clonshaugh Road", "D17 NX99"),
                    "IE7654321JA",
                    "700102",
                    "IE64IRCE92050112345678"),
            DemoMember.DISTRICT_HEAT_SIGNATORY,
            company(
                    DemoMember.DISTRICT_HEAT,
                    address("30 Pigeon House Road", "D04 Y2W7"),
                    "IE2345678HA",
                    "700103",
                    "IE98LDHE99000112345678"),
            DemoMember.BANK_SIGNATORY,
            company(
                    DemoMember.BANK,
                    address("8 Canal Road", "D06 C8H9"),
                    "IE3456789CA",
                    "700104",
                    "IE36CANB99000212345678"),
            DemoMember.FLAT_SIGNATORY,
            household(DemoMember.FLAT, address("4 Rialto Street", "D08 K7F2")));

    private DemoParticulars() {}

    private static Particulars company(
            DemoMember organisation, PostalAddress address, String vatId, String registration, String iban) {
        return new Particulars(
                organisation.title(),
                address,
                Optional.of(vatId),
                Optional.of(registration),
                Optional.empty(),
                Optional.of(new PaymentAccount(iban, Optional.empty(), Optional.empty())));
    }

    private static Particulars household(DemoMember organisation, PostalAddress address) {
        return new Particulars(
                organisation.title(), address, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static PostalAddress address(String street, String postcode) {
        return new PostalAddress(Optional.of(street), Optional.of(postcode), "Dublin", Optional.empty(), "IE");
    }
}
