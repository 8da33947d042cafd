package io.smartblocks.ledger.family;

import io.smartblocks.ledger.identity.Slug;
import io.smartblocks.ledger.state.AgreementState;
import io.smartblocks.ledger.state.AgreementState.Ended;
import io.smartblocks.ledger.state.AgreementState.Ending;
import io.smartblocks.ledger.state.AgreementState.Governing;
import io.smartblocks.ledger.state.AgreementState.Suspended;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.ledger.transaction.Cycle;
import io.smartblocks.ledger.transaction.LedgerTerms;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;

/** A period that is to be settled under the version of an agreement that governs its first day. */
record GovernedPeriod(AgreementId agreement, String version, String period, LocalDate from, LocalDate to) {

    /** Settles, or holds, the period if the version governs it and is not suspended. */
    Decision under(Request request, Function<Governing, Decision> change) {
        Optional<AgreementState> standing = AgreementWords.standing(agreement, version, request);
        if (standing.isEmpty()) {
            return Decision.refuse(
                    RefusalCode.AGREEMENT_UNKNOWN,
                    "there is no " + AgreementWords.name(agreement, version) + " on this ledger");
        }
        Optional<Decision> stranger = AgreementWords.notOfAParty(standing.get().proposal(), request);
        if (stranger.isPresent()) {
            return stranger.get();
        }
        if (!(standing.get() instanceof Governing governing)) {
            return Decision.refuse(
                    RefusalCode.AGREEMENT_NOT_ACTIVE,
                    AgreementWords.name(agreement, version) + " is not in force, so no period of it can be settled");
        }
        if (governing instanceof Suspended suspended) {
            return Decision.refuse(
                    RefusalCode.AGREEMENT_SUSPENDED,
                    AgreementWords.name(agreement, version) + " is suspended since " + suspended.suspendedAt()
                            + ", so nothing is settled until its parties resume it");
        }
        return name().or(() -> Days.problemWith(inWords(), from, to))
                .or(() -> notGoverned(governing))
                .or(() -> notAPeriod(governing))
                .orElseGet(() -> change.apply(governing));
    }

    private Optional<Decision> name() {
        return Texts.problemWith("the period's name", period)
                .or(() -> period.codePoints().noneMatch(Character::isLetterOrDigit)
                        ? invalid("the period's name '" + period + "' holds no letter or digit")
                        : Texts.problemWith("the plain form of the period's name", Slug.of(period)));
    }

    private Optional<Decision> notGoverned(Governing governing) {
        LocalDate first = governing.proposal().terms().governsFrom();
        if (!from.isBefore(first) && !from.isAfter(governing.lastDay())) {
            return Optional.empty();
        }
        return invalid(
                inWords() + " begins outside the days that " + AgreementWords.name(agreement, version) + " governs, "
                        + first + " to " + governing.lastDay() + "; settle it under the version that governs it");
    }

    private Optional<Decision> notAPeriod(Governing governing) {
        LedgerTerms terms = governing.proposal().terms();
        Optional<Cycle> cycle = terms.period(period);
        if (cycle.isEmpty()) {
            return invalid("agreement '" + agreement + "' has no period " + period + "; it has "
                    + terms.periods().stream().map(Cycle::name).toList());
        }
        LocalDate start = later(cycle.get().startOf(from), terms.from());
        LocalDate end = cycle.get().lastDayOf(from).plusDays(1);
        boolean whole = from.equals(start) && (to.equals(end) || to.isBefore(end) && isLast(governing));
        return whole
                ? Optional.empty()
                : invalid(inWords() + " is not one of the agreement's; the one with that day is " + start + " to " + end
                        + ", cut where the agreement ends");
    }

    /** A later version may end on another day, which the one that it replaced does not know. */
    private boolean isLast(Governing governing) {
        boolean replaced = governing instanceof Ended ended && ended.ending() == Ending.REPLACED;
        return replaced || to.equals(governing.lastDay().plusDays(1));
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private String inWords() {
        return "period " + period + " " + from + " to " + to + " of agreement '" + agreement + "'";
    }

    private static Optional<Decision> invalid(String message) {
        return Optional.of(Decision.refuse(RefusalCode.INVALID_CONTENT, message));
    }
}
