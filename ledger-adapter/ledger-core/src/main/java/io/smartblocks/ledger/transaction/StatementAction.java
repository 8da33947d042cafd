package io.smartblocks.ledger.transaction;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Actions of the family {@code statement}: what parties say happened, and who confirms it. */
public sealed interface StatementAction extends Payload {

    @Override
    default String family() {
        return "statement";
    }

    /** The agreement's id. */
    default AgreementId agreement() {
        return place().agreement();
    }

    /** Where it stands. */
    StatementPlace place();

    /** Something that is stated; a later one at the same place supersedes it. */
    sealed interface Statement extends StatementAction {}

    /**
     * The value of a fact from a day on.
     *
     * @param agreement the agreement's id
     * @param fact the fact's name in the text
     * @param from the first local day; the first of its period, where the fact is stated for each
     * @param value the value in the declared unit
     * @param note what it rests on, in words; may be empty
     */
    record StateFact(AgreementId agreement, String fact, LocalDate from, BigDecimal value, String note)
            implements Statement {
        @Override
        public StatementPlace place() {
            return new StatementPlace(agreement, "fact", fact, from.toString());
        }
    }

    /**
     * A non-routine adjustment; those of different days add up.
     *
     * @param agreement the agreement's id
     * @param adjustment the adjustment's name in the text
     * @param from the first local day
     * @param to the local day after the last, if it ends
     * @param value the value in the declared unit
     * @param reason what makes it necessary
     */
    record StateAdjustment(
            AgreementId agreement,
            String adjustment,
            LocalDate from,
            Optional<LocalDate> to,
            BigDecimal value,
            String reason)
            implements Statement {
        @Override
        public StatementPlace place() {
            String days = from + "/" + to.map(LocalDate::toString).orElse("open");
            return new StatementPlace(agreement, "adjustment", adjustment, days);
        }
    }

    /**
     * Something that happened at an instant, with its figures.
     *
     * @param agreement the agreement's id
     * @param event the event's name in the text
     * @param at when it happened
     * @param reference the reporter's own number of it, which tells it from others at the same instant
     * @param figures its figures by name, in the declared units
     */
    record ReportEvent(
            AgreementId agreement, String event, Instant at, String reference, Map<String, BigDecimal> figures)
            implements Statement {
        public ReportEvent {
            figures = Collections.unmodifiableMap(new TreeMap<>(figures));
        }

        @Override
        public StatementPlace place() {
            return new StatementPlace(agreement, "event", event, at + "/" + reference);
        }
    }

    /** What can be stated of a duty that is no payment. */
    enum Happening {
        PERFORMED,
        BREACHED
    }

    /**
     * A duty under a clause was performed, or was not.
     *
     * @param agreement the agreement's id
     * @param clause the clause's number
     * @param happening what happened
     * @param period the period for which it was owed
     * @param periodFrom the first local day of that period
     * @param on the local day on which it happened
     * @param note what it rests on, in words; may be empty
     */
    record StateOccurrence(
            AgreementId agreement,
            String clause,
            Happening happening,
            String period,
            LocalDate periodFrom,
            LocalDate on,
            String note)
            implements Statement {
        @Override
        public StatementPlace place() {
            return new StatementPlace(
                    agreement, "occurrence", clause, TypeNames.nameOf(happening) + "/" + periodFrom + "/" + period);
        }
    }

    /** A party confirms exactly what the named transaction states. */
    record ConfirmStatement(StatementPlace place, TransactionId statement) implements StatementAction {}

    /** Who made the statement of the named transaction takes it back, before it is confirmed. */
    record RetractStatement(StatementPlace place, TransactionId statement, String reason) implements StatementAction {}
}
