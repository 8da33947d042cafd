package io.smartblocks.ledger.family;

import io.smartblocks.ledger.identity.Slug;
import io.smartblocks.ledger.state.AgreementState;
import io.smartblocks.ledger.state.AgreementState.Governing;
import io.smartblocks.ledger.state.AgreementState.Suspended;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.ledger.transaction.Cycle;
import io.smartblocks.ledger.transaction.LedgerTerms;
import io.smartblocks.ledger.transaction.Occasion;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.BiFunction;

/** A period that is to be settled under the version of an agreement that governs its first day. */
record GovernedPeriod(AgreementId agreement, String version, String period, LocalDate from, LocalDate to) {

    /** Settles, or holds, the period if the version governs it and is not suspended. */
    Decision under(Request request, BiFunction<Governing, Versions, Decision> change) {
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
        Versions versions = Versions.of(agreement, request.view());
        return suspended(versions)
                .or(this::name)
                .or(() -> Days.problemWith(inWords(), from, to))
                .or(() -> notGoverned(governing, versions))
                .or(() -> notAPeriod(governing, versions))
                .or(() -> notOver(governing, request))
                .orElseGet(() -> change.apply(governing, versions));
    }

    /** While the newest version is suspended, nothing of an earlier one is settled either. */
    private static Optional<Decision> suspended(Versions versions) {
        return versions.head()
                .filter(Suspended.class::isInstance)
                .map(Suspended.class::cast)
                .map(head -> Decision.refuse(
                        RefusalCode.AGREEMENT_SUSPENDED,
                        AgreementWords.name(head) + " is suspended since " + head.suspendedAt()
                                + ", so nothing is settled until its parties resume it"));
    }

    private Optional<Decision> name() {
        return Texts.problemWith("the period's name", period)
                .or(() -> period.codePoints().noneMatch(Character::isLetterOrDigit)
                        ? invalid("the period's name '" + period + "' holds no letter or digit")
                        : Texts.problemWith("the plain form of the period's name", Slug.of(period)));
    }

    private Optional<Decision> notGoverned(Governing governing, Versions versions) {
        if (versions.on(from).filter(governing::equals).isPresent()) {
            return Optional.empty();
        }
        return invalid(inWords() + " does not begin on a day that " + AgreementWords.name(governing) + " governs, "
                + versions.on(from)
                        .map(other -> "version " + other.proposal().version() + " governs it; settle it under that")
                        .orElse("nor any other version; its days are " + versions.daysInWords()));
    }

    private Optional<Decision> notAPeriod(Governing governing, Versions versions) {
        LedgerTerms terms = governing.proposal().terms();
        Optional<Cycle> cycle = terms.period(Occasion.periodOf(period));
        if (cycle.isEmpty()) {
            return invalid("agreement '" + agreement + "' has no period " + period + "; it has "
                    + terms.periods().stream().map(Cycle::name).toList());
        }
        LocalDate start = later(cycle.get().startOf(from), terms.from());
        LocalDate end = cycle.get().lastDayOf(from).plusDays(1);
        LocalDate over = versions.head().orElseThrow().lastDay().plusDays(1);
        boolean whole = from.equals(start) && (to.equals(end) || to.isBefore(end) && to.equals(over));
        return whole
                ? Optional.empty()
                : invalid(inWords() + " is not one of the agreement's; the one with that day is " + start + " to " + end
                        + ", cut where the agreement ends");
    }

    // what lies ahead cannot be known, and a settled day lets the agreement neither be amended nor ended before it
    private Optional<Decision> notOver(Governing governing, Request request) {
        LocalDate today = AgreementWords.today(governing, request);
        return to.isAfter(today)
                ? Optional.of(Decision.refuse(
                        RefusalCode.FROM_THE_FUTURE,
                        inWords() + " is not over: today is " + today + " in "
                                + governing.proposal().terms().zone()))
                : Optional.empty();
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
