package io.smartblocks.portal.demo;

import io.smartblocks.ledger.transaction.Particulars;
import io.smartblocks.ledger.transaction.Particulars.PaymentAccount;
import io.smartblocks.ledger.transaction.Particulars.PostalAddress;
import java.util.Optional;

/** What invoices name of the two parties on the demo site; numbers and accounts are examples that belong to nobody. */
final class DemoParticulars {

    private DemoParticulars() {}

    static Particulars of(DemoMember signatory) {
        return signatory == DemoMember.HARBOUR_SIGNATORY
                ? particulars(
                        DemoMember.HARBOUR,
                        "12 Alexandra Road",
                        "D01 H4C6",
                        "IE1234567FA",
                        "700101",
                        "IE29AIBK93115212345678")
                : particulars(
                        DemoMember.NIMBUS,
                        "Clonshaugh Road",
                        "D17 NX99",
                        "IE7654321JA",
                        "700102",
                        "IE64IRCE92050112345678");
    }

    private static Particulars particulars(
            DemoMember organisation, String street, String postcode, String vatId, String registration, String iban) {
        return new Particulars(
                organisation.title(),
                new PostalAddress(Optional.of(street), Optional.of(postcode), "Dublin", Optional.empty(), "IE"),
                Optional.of(vatId),
                Optional.of(registration),
                Optional.empty(),
                Optional.of(new PaymentAccount(iban, Optional.empty(), Optional.empty())));
    }
}
