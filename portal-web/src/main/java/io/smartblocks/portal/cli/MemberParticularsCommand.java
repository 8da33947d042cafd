package io.smartblocks.portal.cli;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.transaction.MemberAction.StateParticulars;
import io.smartblocks.ledger.transaction.Particulars;
import io.smartblocks.ledger.transaction.Particulars.ElectronicAddress;
import io.smartblocks.ledger.transaction.Particulars.PaymentAccount;
import io.smartblocks.ledger.transaction.Particulars.PostalAddress;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code member particulars}: an organisation says what invoices name of it. */
@Command(
        name = "particulars",
        description = {
            "State what invoices name of the signer's organisation; said again, it replaces all that was said.",
            "It stands on the ledger for ever and every member can read it: state nothing of a private person."
        })
final class MemberParticularsCommand extends StatingCommand {

    @Option(
            names = "--legal-name",
            paramLabel = "TEXT",
            required = true,
            description = "The name under which it is registered.")
    private String legalName = "";

    @Option(names = "--street", paramLabel = "TEXT", description = "Street and number.")
    private Optional<String> street = Optional.empty();

    @Option(names = "--postcode", paramLabel = "TEXT", description = "The postcode.")
    private Optional<String> postcode = Optional.empty();

    @Option(names = "--city", paramLabel = "TEXT", required = true, description = "The town.")
    private String city = "";

    @Option(names = "--region", paramLabel = "TEXT", description = "The county, state or canton.")
    private Optional<String> region = Optional.empty();

    @Option(
            names = "--country",
            paramLabel = "CODE",
            required = true,
            description = "Two letters of ISO 3166, such as IE.")
    private String country = "";

    @Option(names = "--vat-id", paramLabel = "ID", description = "The VAT identifier with its country: IE9700053D.")
    private Optional<String> vatId = Optional.empty();

    @Option(names = "--registration", paramLabel = "TEXT", description = "The number in the register of companies.")
    private Optional<String> registration = Optional.empty();

    @Option(
            names = "--electronic-address",
            paramLabel = "SCHEME:ADDRESS",
            description = "Where it receives electronic invoices, such as 9935:IE9700053D or EM:bills@example.com.")
    private Optional<String> electronicAddress = Optional.empty();

    @Option(names = "--iban", paramLabel = "IBAN", description = "The account to pay to; spaces are left out.")
    private Optional<String> iban = Optional.empty();

    @Option(names = "--bic", paramLabel = "BIC", description = "The code of its bank.")
    private Optional<String> bic = Optional.empty();

    @Option(
            names = "--account-holder",
            paramLabel = "TEXT",
            description = "In whose name the account is, if not in the legal name.")
    private Optional<String> holder = Optional.empty();

    @Override
    String state(LedgerStatement statement) {
        MemberId organisation = statement.organisation();
        Particulars said = new Particulars(
                legalName,
                new PostalAddress(street, postcode, city, region, country),
                vatId.map(MemberParticularsCommand::compact),
                registration,
                electronicAddress.map(MemberParticularsCommand::address),
                account());
        long block = statement.make(new StateParticulars(organisation, said));
        return "Invoices name '%s' of %s since block %d.".formatted(legalName, organisation, block);
    }

    private Optional<PaymentAccount> account() {
        if (iban.isEmpty() && (bic.isPresent() || holder.isPresent())) {
            throw new InputRefused("%s without --iban names no account; give the account with --iban."
                    .formatted(bic.isPresent() ? "--bic" : "--account-holder"));
        }
        return iban.map(
                number -> new PaymentAccount(compact(number), bic.map(MemberParticularsCommand::compact), holder));
    }

    private static ElectronicAddress address(String written) {
        int colon = written.indexOf(':');
        if (colon < 0) {
            throw new InputRefused("'%s' is no electronic address; expected SCHEME:ADDRESS, such as 9935:IE9700053D."
                    .formatted(written));
        }
        return new ElectronicAddress(written.substring(0, colon), written.substring(colon + 1));
    }

    private static String compact(String written) {
        return written.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
    }
}
