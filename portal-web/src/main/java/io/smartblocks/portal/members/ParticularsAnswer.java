package io.smartblocks.portal.members;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.transaction.MemberAction;
import io.smartblocks.ledger.transaction.MemberAction.StateParticulars;
import io.smartblocks.ledger.transaction.Particulars;
import io.smartblocks.ledger.transaction.Particulars.ElectronicAddress;
import io.smartblocks.ledger.transaction.Particulars.PaymentAccount;
import io.smartblocks.ledger.transaction.Particulars.PostalAddress;
import io.smartblocks.portal.form.Typed;
import io.smartblocks.portal.words.Words;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads what an organisation says of itself for its invoices; what the ledger would not take is told at its field. */
final class ParticularsAnswer {

    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
    private static final Pattern VAT_ID = Pattern.compile("[A-Z]{2}[0-9A-Z+*]{2,13}");
    private static final Pattern ELECTRONIC = Pattern.compile("(?:[0-9]{4}|A[NQSU]|EM):\\S(?:.*\\S)?");
    private static final Pattern IBAN = Pattern.compile("[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}");
    private static final Pattern BIC = Pattern.compile("[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}(?:[A-Z0-9]{3})?");

    private final Typed typed;
    private final Words say;

    ParticularsAnswer(Typed typed, Words say) {
        this.typed = typed;
        this.say = say;
    }

    /** What is to be stated; empty where something cannot be read. */
    Optional<MemberAction> of(MemberId organisation) {
        Optional<String> name = needed("legalName");
        Optional<String> city = needed("city");
        Optional<String> country = needed("country").map(ParticularsAnswer::compact);
        country.ifPresent(code -> like("country", COUNTRY, code));
        Optional<String> vatId = compacted("vatId", VAT_ID);
        Optional<String> electronic = ifAny("electronicAddress");
        electronic.ifPresent(address -> like("electronicAddress", ELECTRONIC, address));
        Optional<String> iban = compacted("iban", IBAN);
        Optional<String> bic = compacted("bic", BIC);
        Optional<String> holder = ifAny("holder");
        if (iban.isEmpty() && (bic.isPresent() || holder.isPresent())) {
            typed.refuse("iban", say.message("particulars.iban.missing"));
        }
        if (!typed.problems().isEmpty()) {
            return Optional.empty();
        }
        PostalAddress address = new PostalAddress(
                ifAny("street"), ifAny("postcode"), city.orElseThrow(), ifAny("region"), country.orElseThrow());
        return Optional.of(new StateParticulars(
                organisation,
                new Particulars(
                        name.orElseThrow(),
                        address,
                        vatId,
                        ifAny("registration"),
                        electronic.map(ParticularsAnswer::address),
                        iban.map(number -> new PaymentAccount(number, bic, holder)))));
    }

    private Optional<String> needed(String field) {
        return typed.needed(field, say.message("particulars." + field));
    }

    private Optional<String> ifAny(String field) {
        return Optional.of(typed.words(field)).filter(words -> !words.isEmpty());
    }

    private Optional<String> compacted(String field, Pattern form) {
        Optional<String> words = ifAny(field).map(ParticularsAnswer::compact);
        words.ifPresent(code -> like(field, form, code));
        return words;
    }

    private void like(String field, Pattern form, String words) {
        if (!form.matcher(words).matches()) {
            typed.refuse(field, say.message("particulars." + field + ".wrong", typed.words(field)));
        }
    }

    private static ElectronicAddress address(String written) {
        int colon = written.indexOf(':');
        return new ElectronicAddress(written.substring(0, colon), written.substring(colon + 1));
    }

    private static String compact(String written) {
        return written.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
    }
}
