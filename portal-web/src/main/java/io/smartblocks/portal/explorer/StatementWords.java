package io.smartblocks.portal.explorer;

import io.smartblocks.ledger.transaction.StatementAction;
import io.smartblocks.ledger.transaction.StatementAction.ConfirmStatement;
import io.smartblocks.ledger.transaction.StatementAction.ReportEvent;
import io.smartblocks.ledger.transaction.StatementAction.RetractStatement;
import io.smartblocks.ledger.transaction.StatementAction.StateAdjustment;
import io.smartblocks.ledger.transaction.StatementAction.StateFact;
import io.smartblocks.ledger.transaction.StatementAction.StateOccurrence;
import io.smartblocks.ledger.transaction.TransactionId;
import java.util.Locale;

/** Writes what parties state and confirm about an agreement in words. */
final class StatementWords {

    private StatementWords() {}

    static void add(Fields to, StatementAction action) {
        to.agreement(action.agreement());
        to.addIfAny("about", action.place().name());
        if (action instanceof StateFact fact) {
            to.addIfAny("from", to.say().longDay(fact.from()));
            to.addIfAny("value", to.say().plain(fact.value()));
            to.addIfAny("note", fact.note());
        } else if (action instanceof StateAdjustment adjustment) {
            to.addIfAny("from", to.say().longDay(adjustment.from()));
            adjustment.to().ifPresent(end -> to.add("until", to.say().longDay(end.minusDays(1))));
            to.addIfAny("value", to.say().plain(adjustment.value()));
            to.addIfAny("reason", adjustment.reason());
        } else if (action instanceof ReportEvent event) {
            to.addIfAny("happened", to.say().longMoment(event.at()));
            to.addIfAny("reference", event.reference());
            event.figures().forEach((name, figure) -> to.labelled(name, to.say().plain(figure)));
        } else if (action instanceof StateOccurrence occurrence) {
            String what = occurrence.happening().name().toLowerCase(Locale.ROOT);
            to.addIfAny("period", occurrence.period() + ", " + to.say().longDay(occurrence.periodFrom()));
            to.addIfAny(
                    "happened",
                    to.say().message("payload.occurrence." + what, to.say().longDay(occurrence.on())));
            to.addIfAny("note", occurrence.note());
        } else if (action instanceof ConfirmStatement confirmed) {
            transaction(to, confirmed.statement());
        } else if (action instanceof RetractStatement retracted) {
            transaction(to, retracted.statement());
            to.addIfAny("reason", retracted.reason());
        }
    }

    private static void transaction(Fields to, TransactionId statement) {
        to.add("stated", statement.toString(), "/transactions/" + statement);
    }
}
