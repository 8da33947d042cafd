package io.smartblocks.ledger.family;

import io.smartblocks.ledger.state.AgreementState.Ended;
import io.smartblocks.ledger.state.AgreementState.Ending;
import io.smartblocks.ledger.state.AgreementState.Governing;
import io.smartblocks.ledger.state.AgreementState.Standing;
import io.smartblocks.ledger.state.AgreementState.Suspended;
import io.smartblocks.ledger.state.Proposal;
import io.smartblocks.ledger.transaction.LedgerTerms;
import io.smartblocks.ledger.transaction.LedgerTerms.Replaces;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * Whether a version may take its place in the chain of its agreement: as the first, or from a day on in place of the one
 * that is in force, with the same parties and not behind what is settled.
 */
final class Replacing {

    private final Proposal next;
    private final Versions versions;

    private Replacing(Proposal next, Versions versions) {
        this.next = next;
        this.versions = versions;
    }

    static Optional<Decision> problem(Proposal next, Versions versions) {
        Replacing replacing = new Replacing(next, versions);
        return next.terms().inPlaceOf().map(replacing::inPlaceOf).orElseGet(replacing::asFirst);
    }

    private Optional<Decision> asFirst() {
        return versions.head().map(head -> {
            boolean stands = head instanceof Standing;
            String mend = stands
                    ? "; two versions cannot be in force at once: amend it with a text in place of version "
                            + head.proposal().version()
                    : " has ended; conclude a new agreement under another id";
            return Decision.refuse(
                    stands ? RefusalCode.AGREEMENT_ACTIVE : RefusalCode.AGREEMENT_ENDED,
                    AgreementWords.name(head) + (stands ? " is in force" : "") + mend);
        });
    }

    private Optional<Decision> inPlaceOf(Replaces place) {
        Optional<Governing> before = versions.governing(place.version());
        if (before.isEmpty()) {
            return refuse(
                    RefusalCode.AGREEMENT_UNKNOWN,
                    "is in place of version " + place.version() + ", which is not in force and never was");
        }
        return notStanding(place, before.get())
                .or(() -> parties(before.get().proposal()))
                .or(() -> frame(before.get().proposal().terms()))
                .or(() -> day(place, before.get()));
    }

    private Optional<Decision> notStanding(Replaces place, Governing before) {
        if (before instanceof Ended ended) {
            return refuse(
                    RefusalCode.AGREEMENT_ENDED,
                    "is in place of version " + place.version()
                            + (ended.ending() == Ending.REPLACED
                                    ? ", whose place version "
                                            + ended.replacedBy().orElse("?")
                                            + " has taken first; propose one in place of the version in force"
                                    : ", but that has ended"));
        }
        if (before instanceof Suspended) {
            return refuse(
                    RefusalCode.AGREEMENT_SUSPENDED,
                    "is in place of version " + place.version() + ", which is suspended; resume it first");
        }
        return ((Standing) before)
                .termination()
                .flatMap(end -> refuse(
                        RefusalCode.AGREEMENT_ENDED,
                        "is in place of version " + place.version() + ", which ends on " + end.lastDay()
                                + "; revoke that termination first"));
    }

    private Optional<Decision> parties(Proposal before) {
        return before.parties().equals(next.parties())
                ? Optional.empty()
                : refuse(
                        RefusalCode.PARTIES_CHANGED,
                        "amends version " + before.version() + ", whose parties are " + AgreementWords.parties(before)
                                + "; with others conclude a new agreement");
    }

    private Optional<Decision> frame(LedgerTerms before) {
        return same("first day", before.from(), next.terms().from())
                .or(() -> same("time zone", before.zone(), next.terms().zone()))
                .or(() -> same("currency", before.currency(), next.terms().currency()))
                .or(() -> before.periods().stream()
                        .flatMap(period ->
                                next.terms().period(period.name()).flatMap(now -> same("period", period, now)).stream())
                        .findFirst());
    }

    private Optional<Decision> same(String what, Object before, Object now) {
        return Objects.equals(before, now)
                ? Optional.empty()
                : refuse(
                        RefusalCode.INVALID_CONTENT,
                        "has the " + what + " " + now + "; an amendment keeps that of the version before, " + before);
    }

    private Optional<Decision> day(Replaces place, Governing before) {
        LocalDate first = before.proposal().terms().governsFrom();
        if (!place.from().isAfter(first) || place.from().isAfter(before.lastDay())) {
            return refuse(
                    RefusalCode.OUTSIDE_TERM,
                    "is in place of version " + place.version() + " from " + place.from() + "; expected a day after "
                            + first + " and not after " + before.lastDay());
        }
        return versions.settledTo()
                .filter(settled -> place.from().isBefore(settled)
                        || next.terms().to().plusDays(1).isBefore(settled))
                .flatMap(settled -> refuse(
                        RefusalCode.ALREADY_SETTLED,
                        "is to hold from " + place.from() + " to "
                                + next.terms().to()
                                + ", but the days before " + settled
                                + " are settled, and what is settled is final; take a later day"));
    }

    private Optional<Decision> refuse(RefusalCode code, String problem) {
        return Optional.of(
                Decision.refuse(code, AgreementWords.name(next.agreement(), next.version()) + " " + problem));
    }
}
