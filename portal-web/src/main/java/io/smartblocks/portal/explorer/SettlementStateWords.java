package io.smartblocks.portal.explorer;

import io.smartblocks.ledger.state.DisputeState;
import io.smartblocks.ledger.state.HoldState;
import io.smartblocks.ledger.state.PaymentState;
import io.smartblocks.ledger.state.SettledState;
import io.smartblocks.ledger.state.SettlementState;
import io.smartblocks.ledger.state.State;
import io.smartblocks.ledger.state.VerificationState;
import java.util.Locale;

/** What settlements leave behind. */
final class SettlementStateWords {

    private SettlementStateWords() {}

    static boolean add(Fields to, State state) {
        if (state instanceof SettlementState settled) {
            SettlementWords.add(to, settled.settlement());
            to.add("committed.by", to.name(settled.committedBy()));
        } else if (state instanceof SettledState settled) {
            SettlementWords.settlement(to, settled.newest());
            to.add("version", settled.version());
            settled.summary()
                    .payables()
                    .forEach(due -> to.labelled(
                            to.say().message("state.pays", due.payer(), due.payee()),
                            to.say().number(due.amount()) + ' ' + due.currency() + ", "
                                    + to.say().message("state.due", to.say().day(due.due()))));
        } else if (state instanceof VerificationState found) {
            SettlementWords.settlement(to, found.settlement());
            to.add("organisation", to.name(found.organisation()));
            to.add("result", to.say().message(found.coSigned() ? "state.cosigned" : "state.differs"));
            found.difference().ifPresent(difference -> {
                to.add("difference", difference.where());
                to.addIfAny("difference.committed", difference.committed());
                to.addIfAny("difference.computed", difference.computed());
            });
            to.add("engine", to.say().message("statement.engine.version", found.engine()));
        } else if (state instanceof DisputeState dispute) {
            dispute(to, dispute);
        } else if (state instanceof PaymentState payment) {
            payment(to, payment);
        } else if (state instanceof HoldState hold) {
            to.agreement(hold.agreement());
            to.add("period", to.say().span(hold.from(), hold.to()));
            to.add("result", to.say().message(hold.released() ? "state.released" : "state.waits"));
            hold.reasons().forEach(reason -> to.add("held", to.say().told("hold", reason.code(), reason.message())));
            to.add("version", hold.version());
            to.add("as.of", to.say().number(hold.asOfBlock()), "/blocks/" + hold.asOfBlock());
        } else {
            return false;
        }
        return true;
    }

    private static void dispute(Fields to, DisputeState dispute) {
        SettlementWords.settlement(to, dispute.settlement());
        to.add("disputed.by", to.name(dispute.organisation()));
        to.add("reason", dispute.reason());
        to.addIfAny("clauses", String.join(", ", dispute.clauses()));
        dispute.conceded().forEach(party -> to.add("conceded", to.name(party)));
        to.add(
                "verdict",
                dispute.end()
                        .map(end -> to.say()
                                        .message("verdict."
                                                + end.verdict().name().toLowerCase(Locale.ROOT)) + ": " + end.reason())
                        .orElseGet(() -> to.say().message("state.open")));
    }

    private static void payment(Fields to, PaymentState payment) {
        SettlementWords.settlement(to, payment.settlement());
        to.labelled(
                to.say().message("state.paid", payment.payer(), payment.payee()),
                to.say().number(payment.amount()) + ' ' + payment.currency());
        to.add("paid.on", to.say().day(payment.paidOn()));
        to.add("reference", payment.reference());
        payment.reversed().ifPresent(reason -> to.add("reversed", reason));
    }
}
