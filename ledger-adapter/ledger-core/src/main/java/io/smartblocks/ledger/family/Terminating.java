package io.smartblocks.ledger.family;

import io.smartblocks.ledger.state.AgreementState.Standing;
import io.smartblocks.ledger.state.Consent;
import io.smartblocks.ledger.state.DisputeState;
import io.smartblocks.ledger.state.SettledState;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.state.Termination;
import io.smartblocks.ledger.transaction.AgreementAction.RevokeTermination;
import io.smartblocks.ledger.transaction.AgreementAction.TerminateAgreement;
import io.smartblocks.ledger.transaction.GrantedPower;
import io.smartblocks.ledger.transaction.LedgerTerms.TerminationRight;
import io.smartblocks.ledger.transaction.SettlementAction.ResolveDispute.Verdict;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Ends an agreement early: by a party's right with its notice, or because all parties state the same last day. */
final class Terminating {

    private final TerminateAgreement action;
    private final Standing state;
    private final Request request;
    private final LocalDate today;
    private final Versions versions;

    Terminating(TerminateAgreement action, Standing state, Request request) {
        this.action = action;
        this.state = state;
        this.request = request;
        this.today = AgreementWords.today(state, request);
        this.versions = Versions.of(state.proposal().agreement(), request.view());
    }

    Decision decide() {
        return Texts.problemWithReason("a termination", action.reason())
                .or(() -> Days.problemWith("the last day", action.lastDay()))
                .or(this::lastDay)
                .orElseGet(() -> action.clause().map(this::byRight).orElseGet(this::byConsent));
    }

    private Optional<Decision> lastDay() {
        LocalDate last = action.lastDay();
        LocalDate first = state.proposal().terms().from();
        LocalDate end = state.proposal().terms().to();
        if (last.isBefore(first) || !last.isBefore(end)) {
            return refuse(
                    RefusalCode.OUTSIDE_TERM,
                    "cannot end early on " + last + "; expected a day from " + first + " to before its last, " + end);
        }
        if (last.equals(state.lastDay())) {
            return refuse(RefusalCode.NOTHING_CHANGES, "ends on " + last + " already");
        }
        return versions.settledTo()
                .filter(settled -> last.plusDays(1).isBefore(settled))
                .flatMap(settled -> refuse(
                        RefusalCode.ALREADY_SETTLED,
                        "cannot end on " + last + ": it is settled up to " + settled
                                + ", and what is settled is final; take a later day"));
    }

    private Decision byConsent() {
        Consents consents =
                Consents.with(state, Consent.To.TERMINATE, Optional.of(action.lastDay()), action.reason(), request);
        return consents.decide(
                "the end on " + action.lastDay(),
                asked -> Consents.asking(state, asked),
                agreed -> AgreementLife.ending(
                        state, Optional.of(termination()), consents.remaining(Consent.To.TERMINATE)));
    }

    private Decision byRight(String clause) {
        Optional<TerminationRight> right = state.proposal().terms().terminations().stream()
                .filter(each ->
                        each.clause().equals(clause) && state.proposal().is(each.party(), request.organisation()))
                .findFirst();
        if (right.isEmpty()) {
            return Decision.refuse(
                    RefusalCode.NO_SUCH_RIGHT,
                    "clause " + clause + " of " + AgreementWords.name(state) + " gives '" + request.organisation()
                            + "' no right to terminate; " + rights());
        }
        return notice(right.get())
                .or(() -> notGranted(right.get()))
                .or(() -> later())
                .orElseGet(() ->
                        AgreementWords.write(AgreementLife.ending(state, Optional.of(termination()), state.asked())));
    }

    private String rights() {
        List<TerminationRight> rights = state.proposal().terms().terminations();
        return rights.isEmpty()
                ? "no clause does; it ends early when all parties state the same last day without a clause"
                : "such rights are "
                        + rights.stream()
                                .map(right -> "clause " + right.clause() + " for " + right.party())
                                .collect(Collectors.joining(", "));
    }

    private Optional<Decision> notice(TerminationRight right) {
        LocalDate earliest = right.notice().after(today);
        return action.lastDay().isBefore(earliest)
                ? refuse(
                        RefusalCode.NOTICE_TOO_SHORT,
                        "takes a notice of " + right.notice() + " under clause " + right.clause() + "; given on "
                                + today + " the last day is " + earliest + " at the earliest, not " + action.lastDay())
                : Optional.empty();
    }

    private Optional<Decision> notGranted(TerminationRight right) {
        if (!right.conditional()) {
            return Optional.empty();
        }
        GrantedPower power = new GrantedPower(right.clause(), right.party());
        List<SettledState> granting = versions.settled().stream()
                .filter(settled -> settled.version().equals(action.version()))
                .filter(settled -> settled.summary().powers().contains(power))
                .toList();
        if (granting.stream().anyMatch(settled -> !disputed(settled))) {
            return Optional.empty();
        }
        return refuse(
                RefusalCode.NO_SUCH_RIGHT,
                "gives " + right.party() + " the right of clause " + right.clause()
                        + " only when a settlement finds so, and "
                        + (granting.isEmpty()
                                ? "no newest settlement of this version does"
                                : "each that does is disputed; end the dispute or settle the period again first"));
    }

    // a runtime of one party commits alone, so what another disputes does not yet end the agreement
    private boolean disputed(SettledState settled) {
        return request.view().states(StateKey.disputes(settled.newest())).stream()
                .map(entry -> ((DisputeState) entry.state()).end())
                .anyMatch(end -> end.isEmpty() || end.get().verdict() == Verdict.UPHELD);
    }

    /** A right may shorten what is left, never lengthen what another has ended. */
    private Optional<Decision> later() {
        return action.lastDay().isAfter(state.lastDay())
                ? refuse(
                        RefusalCode.NOTHING_CHANGES,
                        "ends on " + state.lastDay() + " already, before " + action.lastDay())
                : Optional.empty();
    }

    private Termination termination() {
        return new Termination(
                action.lastDay(), request.organisation(), action.clause(), request.now(), action.reason());
    }

    static Decision revoke(RevokeTermination action, Standing state, Request request) {
        Optional<Decision> problem = Texts.problemWithReason("a revocation", action.reason());
        if (problem.isPresent()) {
            return problem.get();
        }
        if (state.termination().isEmpty()) {
            return Decision.refuse(
                    RefusalCode.NOTHING_CHANGES,
                    AgreementWords.name(state) + " is not to end early; nothing is revoked");
        }
        if (AgreementWords.today(state, request).isAfter(state.lastDay())) {
            return Decision.refuse(
                    RefusalCode.AGREEMENT_ENDED,
                    AgreementWords.name(state) + " ended on " + state.lastDay() + "; conclude a new agreement");
        }
        Consents consents =
                Consents.with(state, Consent.To.REVOKE_TERMINATION, Optional.empty(), action.reason(), request);
        return consents.decide(
                "that the termination is void",
                asked -> Consents.asking(state, asked),
                agreed -> AgreementLife.ending(state, Optional.empty(), consents.others()));
    }

    private Optional<Decision> refuse(RefusalCode code, String problem) {
        return Optional.of(Decision.refuse(code, AgreementWords.name(state) + " " + problem));
    }
}
