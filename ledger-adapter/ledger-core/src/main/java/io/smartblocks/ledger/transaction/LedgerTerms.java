package io.smartblocks.ledger.transaction;

import io.smartblocks.ledger.proof.Hash;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * What the ledger itself must know of an agreement to decide who may say what, since it cannot read the agreement's
 * language. It is derived from the compiled form, and its hash is part of every party's signature.
 *
 * @param from the first local day of the agreement
 * @param to the last local day, included
 * @param zone where its days begin and end
 * @param currency the ISO 4217 code of its money
 * @param inPlaceOf the version that this one replaces, and from when
 * @param periods the periods for which it is settled
 * @param statable what may be stated about it, by whom, and who confirms it
 * @param owed the clauses under which something is owed that a party can perform or fail to
 * @param disputes who may dispute a settlement, and how long
 * @param terminations who may end it on notice
 */
public record LedgerTerms(
        LocalDate from,
        LocalDate to,
        ZoneId zone,
        String currency,
        Optional<Replaces> inPlaceOf,
        List<Cycle> periods,
        List<Statable> statable,
        List<Owed> owed,
        List<DisputeRight> disputes,
        List<TerminationRight> terminations) {

    public LedgerTerms {
        periods = List.copyOf(periods);
        statable = List.copyOf(statable);
        owed = List.copyOf(owed);
        disputes = List.copyOf(disputes);
        terminations = List.copyOf(terminations);
    }

    /** The terms of an agreement that only sets days, zone, currency and periods. */
    public static LedgerTerms plain(LocalDate from, LocalDate to, ZoneId zone, String currency, Cycle... periods) {
        return new LedgerTerms(
                from,
                to,
                zone,
                currency,
                Optional.empty(),
                List.of(periods),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    /** The periods of a name. */
    public Optional<Cycle> period(String name) {
        return periods.stream().filter(period -> period.name().equals(name)).findFirst();
    }

    /** SHA-256 of their canonical text: what a party signs beside the hashes of text and compiled form. */
    public Hash hash() {
        return Hash.of(CanonicalJson.write(this));
    }

    /** The first day that this version governs. */
    public LocalDate governsFrom() {
        return inPlaceOf.map(Replaces::from).orElse(from);
    }

    /** The earlier version whose place this one takes, from a day on. */
    public record Replaces(String version, LocalDate from) {}

    /** Something that may be stated about the agreement. */
    public enum Kind {
        FACT,
        ADJUSTMENT,
        EVENT
    }

    /**
     * A fact, an adjustment or an event that the text declares.
     *
     * @param name its name in the text
     * @param unit the unit of its value; empty for an event, whose figures have their own
     * @param each the period for each of which a fact is stated anew
     * @param statedBy the term of the party that states it
     * @param confirmedBy the terms of the parties that must confirm it before it holds
     * @param figures the figures of an event
     */
    public record Statable(
            Kind kind,
            String name,
            String unit,
            Optional<Cycle> each,
            String statedBy,
            List<String> confirmedBy,
            List<Figure> figures) {
        public Statable {
            confirmedBy = List.copyOf(confirmedBy);
            figures = List.copyOf(figures);
        }
    }

    /** One figure of an event. */
    public record Figure(String name, String unit) {}

    /**
     * What a party owes under a clause.
     *
     * @param clause the clause's number
     * @param debtor the term of the party that owes it
     * @param creditors the terms of those it is owed to; all other parties where the text names none
     * @param periods the periods for which it falls due
     * @param payment whether it is money, of which payments speak and not statements
     */
    public record Owed(String clause, String debtor, List<String> creditors, List<Cycle> periods, boolean payment) {
        public Owed {
            creditors = List.copyOf(creditors);
            periods = List.copyOf(periods);
        }
    }

    /**
     * A party's right to dispute a settlement.
     *
     * @param clause the clause that gives it
     * @param party the term of the party that has it
     * @param within how long after the settlement, or after the end of the period {@code endOf}
     * @param endOf the period from whose end the time counts, where it is not the settlement
     * @param by the last day, where the text states one instead
     */
    public record DisputeRight(
            String clause, String party, Optional<CalendarSpan> within, Optional<Cycle> endOf, Optional<LocalDate> by) {

        /** The last day on which the settlement of a period with this last day may be disputed. */
        public LocalDate until(LocalDate settledOn, LocalDate lastDayOfPeriod) {
            LocalDate start =
                    endOf.map(cycle -> cycle.lastDayOf(lastDayOfPeriod)).orElse(settledOn);
            return by.orElseGet(() -> within.map(span -> span.after(start)).orElse(start));
        }
    }

    /**
     * A party's right to end the agreement.
     *
     * @param clause the clause that gives it
     * @param party the term of the party that has it
     * @param notice how long after the statement the last day is at the earliest
     * @param conditional whether only a settlement can say that the party has it
     */
    public record TerminationRight(String clause, String party, CalendarSpan notice, boolean conditional) {}
}
