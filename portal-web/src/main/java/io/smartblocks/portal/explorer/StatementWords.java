package io.smartblocks.portal.explorer;

import io.smartblocks.ledger.transaction.StatementAction;
import io.smartblocks.ledger.transaction.StatementAction.ConfirmStatement;
import io.smartblocks.ledger.transaction.StatementAction.ReportEvent;
import io.smartblocks.ledger.transaction.StatementAction.RetractStatement;
import io.smartblocks.ledger.transaction.StatementAction.StateAdjustment;
import io.smartblocks.ledger.transaction.StatementAction.StateFact;
import io.smartblocks.ledger.transaction.StatementAction.StateOccurrence;
import io.smartblocks.ledger.transaction.TransactionId;
import io.smartblocks.portal.explorer.Said.Pair;
import io.smartblocks.portal.words.Words;
import java.util.List;
import java.util.Locale;

/** Writes the fields of what parties state and confirm about an agreement in words. */
final class StatementWords {

    private final Words say;

    StatementWords(Words say) {
        this.say = say;
    }

    void add(List<Pair> pairs, StatementAction action) {
        pair(pairs, "agreement", action.agreement().value(), "/agreements/" + action.agreement());
        pair(pairs, "about", action.place().name(), "");
        if (action instanceof StateFact fact) {
            pair(pairs, "from", say.longDay(fact.from()), "");
            pair(pairs, "value", say.plain(fact.value()), "");
            pair(pairs, "note", fact.note(), "");
        } else if (action instanceof StateAdjustment adjustment) {
            pair(pairs, "from", say.longDay(adjustment.from()), "");
            adjustment.to().ifPresent(to -> pair(pairs, "until", say.longDay(to.minusDays(1)), ""));
            pair(pairs, "value", say.plain(adjustment.value()), "");
            pair(pairs, "reason", adjustment.reason(), "");
        } else if (action instanceof ReportEvent event) {
            pair(pairs, "happened", say.longMoment(event.at()), "");
            pair(pairs, "reference", event.reference(), "");
            event.figures().forEach((name, figure) -> pairs.add(new Pair(name, say.plain(figure), "")));
        } else if (action instanceof StateOccurrence occurrence) {
            String what = occurrence.happening().name().toLowerCase(Locale.ROOT);
            pair(pairs, "period", occurrence.period() + ", " + say.longDay(occurrence.periodFrom()), "");
            pair(pairs, "happened", say.message("payload.occurrence." + what, say.longDay(occurrence.on())), "");
            pair(pairs, "note", occurrence.note(), "");
        } else if (action instanceof ConfirmStatement confirmed) {
            transaction(pairs, confirmed.statement());
        } else if (action instanceof RetractStatement retracted) {
            transaction(pairs, retracted.statement());
            pair(pairs, "reason", retracted.reason(), "");
        }
    }

    private void transaction(List<Pair> pairs, TransactionId statement) {
        pair(pairs, "stated", statement.toString(), "/transactions/" + statement);
    }

    private void pair(List<Pair> pairs, String key, String words, String link) {
        if (!words.isEmpty()) {
            pairs.add(new Pair(say.message("payload." + key), words, link));
        }
    }
}
