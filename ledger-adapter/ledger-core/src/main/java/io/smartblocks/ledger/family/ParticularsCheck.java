package io.smartblocks.ledger.family;

import io.smartblocks.ledger.transaction.Particulars;
import io.smartblocks.ledger.transaction.Particulars.ElectronicAddress;
import io.smartblocks.ledger.transaction.Particulars.PaymentAccount;
import io.smartblocks.ledger.transaction.Particulars.PostalAddress;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;

/** Checks the form of what invoices name: a mistyped account is refused here, not by the bank. */
final class ParticularsCheck {

    // the form only: which codes are given changes with the years, and with the JDK
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
    private static final Pattern VAT_ID = Pattern.compile("[A-Z]{2}[0-9A-Z+*]{2,13}");
    private static final Pattern SCHEME = Pattern.compile("[0-9]{4}|A[NQSU]|EM");
    private static final Pattern BIC = Pattern.compile("[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?");
    private static final Pattern IBAN = Pattern.compile("[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}");
    private static final BigInteger NINETY_SEVEN = BigInteger.valueOf(97);
    private static final int CHECKED_LAST = 4;
    private static final int LETTERS_FROM = 36;

    private ParticularsCheck() {}

    static Optional<Decision> problemWith(Particulars said) {
        return Texts.problemWith("the legal name", said.legalName())
                .or(() -> problemWith(said.address()))
                .or(() -> said.vatId()
                        .flatMap(id -> unlike(
                                VAT_ID, "VAT identifier", id, "two letters and 2 to 13 more, such as IE9700053D")))
                .or(() -> said.registration().flatMap(text -> Texts.problemWith("the registration", text)))
                .or(() -> said.electronicAddress().flatMap(ParticularsCheck::problemWith))
                .or(() -> said.account().flatMap(ParticularsCheck::problemWith));
    }

    private static Optional<Decision> problemWith(PostalAddress address) {
        return address.street()
                .flatMap(text -> Texts.problemWith("the street", text))
                .or(() -> address.postcode().flatMap(text -> Texts.problemWith("the postcode", text)))
                .or(() -> Texts.problemWith("the city", address.city()))
                .or(() -> address.region().flatMap(text -> Texts.problemWith("the region", text)))
                .or(() -> unlike(COUNTRY, "country", address.country(), "two letters of ISO 3166, such as IE"));
    }

    private static Optional<Decision> problemWith(ElectronicAddress address) {
        return unlike(
                        SCHEME,
                        "scheme of an electronic address",
                        address.scheme(),
                        "a code of the EAS list, such as 9935, or EM for mail")
                .or(() -> Texts.problemWith("the electronic address", address.address()));
    }

    private static Optional<Decision> problemWith(PaymentAccount account) {
        return unlike(IBAN, "IBAN", account.iban(), "two letters, two digits and 11 to 30 more, without spaces")
                .or(() -> addsUp(account.iban())
                        ? Optional.empty()
                        : invalid("the IBAN '" + account.iban()
                                + "' is mistyped: its check digits do not fit the rest; copy it from the bank"))
                .or(() -> account.bic()
                        .flatMap(bic -> unlike(BIC, "BIC", bic, "8 or 11 letters and digits, such as AIBKIE2D")))
                .or(() -> account.holder().flatMap(text -> Texts.problemWith("the account's holder", text)));
    }

    /** ISO 13616: the first four signs moved to the end, letters as 10 to 35, leave 1 when divided by 97. */
    private static boolean addsUp(String iban) {
        StringBuilder digits = new StringBuilder();
        (iban.substring(CHECKED_LAST) + iban.substring(0, CHECKED_LAST))
                .chars()
                .forEach(sign -> digits.append(Character.digit(sign, LETTERS_FROM)));
        return new BigInteger(digits.toString()).mod(NINETY_SEVEN).equals(BigInteger.ONE);
    }

    private static Optional<Decision> unlike(Pattern form, String what, String text, String expected) {
        return form.matcher(text).matches()
                ? Optional.empty()
                : Texts.problemWith("the " + what, text)
                        .or(() -> invalid("the " + what + " '" + text + "' is none; expected " + expected));
    }

    private static Optional<Decision> invalid(String message) {
        return Optional.of(Decision.refuse(RefusalCode.INVALID_CONTENT, message));
    }
}
