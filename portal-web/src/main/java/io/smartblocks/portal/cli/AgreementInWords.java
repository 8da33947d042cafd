package io.smartblocks.portal.cli;

import static java.util.stream.Collectors.joining;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.state.AgreementState;
import io.smartblocks.ledger.state.AgreementState.Ended;
import io.smartblocks.ledger.state.AgreementState.Signed;
import io.smartblocks.ledger.state.AgreementState.Standing;
import io.smartblocks.ledger.state.AgreementState.Suspended;
import io.smartblocks.ledger.state.AgreementState.Withdrawn;
import io.smartblocks.ledger.state.Consent;
import io.smartblocks.ledger.state.Termination;
import java.time.LocalDate;
import java.util.Collection;

/** Says where an agreement is in its life, as {@code bakery version 1.0} is …. */
final class AgreementInWords {

    private AgreementInWords() {}

    static String name(AgreementState state) {
        return state.proposal().agreement() + " version " + state.proposal().version();
    }

    static String state(AgreementState state) {
        if (state instanceof Standing standing) {
            return standing(standing);
        }
        if (state instanceof Ended ended) {
            return ended(ended);
        }
        if (state instanceof Withdrawn withdrawn) {
            return "withdrawn by " + withdrawn.withdrawnBy() + ": " + withdrawn.reason();
        }
        if (state.unsigned().isEmpty()) {
            return "signed by all and not in force yet; `agreement activate` brings it into force";
        }
        String waits = "waits for the signature of " + list(state.unsigned());
        return state instanceof Signed signed
                ? "signed by "
                        + signed.signatures().stream()
                                .map(signature -> signature.organisation().value())
                                .collect(joining(", "))
                        + "; it " + waits
                : "proposed; it " + waits;
    }

    private static String standing(Standing standing) {
        String now = standing instanceof Suspended suspended
                ? "suspended since " + day(standing, suspended) + ", nothing is settled"
                : "in force until " + standing.lastDay();
        String end = standing.termination()
                .map(termination -> "; it ends early, on " + ending(termination))
                .orElse("");
        String asked = standing.asked().stream()
                .map(consent -> "; " + asked(consent, standing))
                .collect(joining());
        return now + end + asked;
    }

    private static LocalDate day(Standing standing, Suspended suspended) {
        return LocalDate.ofInstant(
                suspended.suspendedAt(), standing.proposal().terms().zone());
    }

    private static String ending(Termination termination) {
        return termination.lastDay() + ", stated by " + termination.by()
                + termination.clause().map(clause -> " under clause " + clause).orElse(", by consent of all") + ": "
                + termination.reason();
    }

    private static String asked(Consent consent, Standing standing) {
        Collection<MemberId> others = standing.proposal().parties().values().stream()
                .filter(party -> standing.asked().stream()
                        .noneMatch(other -> other.to() == consent.to()
                                && other.lastDay().equals(consent.lastDay())
                                && other.organisation().equals(party)))
                .distinct()
                .toList();
        return consent.organisation() + " asks to " + what(consent) + " (" + consent.reason() + "), " + list(others)
                + (others.size() == 1 ? " has" : " have") + " not asked for it yet";
    }

    private static String what(Consent consent) {
        return switch (consent.to()) {
            case SUSPEND -> "suspend it";
            case RESUME -> "resume it";
            case TERMINATE ->
                "end it on " + consent.lastDay().map(LocalDate::toString).orElse("?");
            case REVOKE_TERMINATION -> "revoke its termination";
        };
    }

    private static String ended(Ended ended) {
        return switch (ended.ending()) {
            case EXPIRED -> "over since its last day, " + ended.lastDay();
            case TERMINATED ->
                "terminated; its last day was " + ended.lastDay()
                        + ended.termination().map(end -> ": " + end.reason()).orElse("");
            case REPLACED ->
                "replaced by version " + ended.replacedBy().orElse("?") + "; it governs the days up to "
                        + ended.lastDay();
        };
    }

    static String list(Collection<MemberId> members) {
        return members.stream().map(MemberId::value).collect(joining(", "));
    }
}
