package io.smartblocks.ledger.family;

import io.smartblocks.ledger.state.Proposal;
import io.smartblocks.ledger.transaction.GrantedPower;
import io.smartblocks.ledger.transaction.Payable;
import io.smartblocks.ledger.transaction.StatementSummary;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Checks that the summary of a statement speaks of the agreement's parties, and of payments that can be made. */
final class SummaryCheck {

    private static final int MOST = 1000;

    private final StatementSummary summary;
    private final Proposal agreement;

    private SummaryCheck(StatementSummary summary, Proposal agreement) {
        this.summary = summary;
        this.agreement = agreement;
    }

    static Optional<Decision> of(StatementSummary summary, Proposal agreement) {
        SummaryCheck check = new SummaryCheck(summary, agreement);
        return check.size().or(check::numbers).or(check::payables).or(check::powers);
    }

    private Optional<Decision> size() {
        int size = summary.payables().size() + summary.powers().size();
        return size <= MOST ? Optional.empty() : invalid("it has " + size + " entries; expected at most " + MOST);
    }

    private Optional<Decision> numbers() {
        Set<Integer> seen = new HashSet<>();
        return summary.payables().stream()
                .map(Payable::document)
                .filter(number -> number < 1 || !seen.add(number))
                .findFirst()
                .flatMap(number -> invalid("document " + number + " is named twice or is less than 1"));
    }

    private Optional<Decision> payables() {
        return summary.payables().stream()
                .flatMap(payable -> payable(payable).stream())
                .findFirst();
    }

    private Optional<Decision> payable(Payable payable) {
        String document = "document " + payable.document();
        if (payable.payer().equals(payable.payee())) {
            return invalid(document + " makes " + payable.payer() + " pay itself");
        }
        if (payable.amount().signum() <= 0) {
            return invalid(document + " says that " + payable.amount().toPlainString() + " is payable; expected more"
                    + " than 0, the other party pays otherwise");
        }
        if (!payable.currency().equals(agreement.terms().currency())) {
            return invalid(document + " is in '" + payable.currency() + "'; expected "
                    + agreement.terms().currency() + ", the currency of the agreement");
        }
        return party(document, payable.payer())
                .or(() -> party(document, payable.payee()))
                .or(() -> Days.problemWith("the due day of " + document, payable.due()));
    }

    private Optional<Decision> powers() {
        return summary.powers().stream().flatMap(power -> power(power).stream()).findFirst();
    }

    private Optional<Decision> power(GrantedPower power) {
        return Texts.problemWith("the clause of a power", power.clause())
                .or(() -> party("the power of clause " + power.clause(), power.party()));
    }

    private Optional<Decision> party(String what, String party) {
        return agreement.parties().containsKey(party)
                ? Optional.empty()
                : invalid(what + " names '" + party + "'; expected one of " + AgreementWords.parties(agreement));
    }

    private static Optional<Decision> invalid(String problem) {
        return Optional.of(Decision.refuse(RefusalCode.INVALID_CONTENT, "the summary of the statement: " + problem));
    }
}
