package io.smartblocks.ledger.family;

import io.smartblocks.ledger.identity.Role;
import io.smartblocks.ledger.state.AgreementState;
import io.smartblocks.ledger.state.AgreementState.Active;
import io.smartblocks.ledger.state.AgreementState.Ended;
import io.smartblocks.ledger.state.AgreementState.Ending;
import io.smartblocks.ledger.state.AgreementState.Standing;
import io.smartblocks.ledger.state.AgreementState.Suspended;
import io.smartblocks.ledger.state.AgreementState.Withdrawn;
import io.smartblocks.ledger.state.Consent;
import io.smartblocks.ledger.state.Termination;
import io.smartblocks.ledger.transaction.AgreementAction;
import io.smartblocks.ledger.transaction.AgreementAction.CloseAgreement;
import io.smartblocks.ledger.transaction.AgreementAction.ResumeAgreement;
import io.smartblocks.ledger.transaction.AgreementAction.RevokeTermination;
import io.smartblocks.ledger.transaction.AgreementAction.SuspendAgreement;
import io.smartblocks.ledger.transaction.AgreementAction.TerminateAgreement;
import java.util.List;
import java.util.Optional;

/** The life of an agreement in force: suspended and resumed by consent, ended early, closed when it is over. */
final class AgreementLife {

    private AgreementLife() {}

    static Decision decide(AgreementAction action, AgreementState state, Request request) {
        if (!(state instanceof Standing standing)) {
            return notStanding(state);
        }
        if (action instanceof CloseAgreement) {
            return close(standing, request);
        }
        if (!request.maySign()) {
            return request.notAllowed("the role signatory");
        }
        if (action instanceof SuspendAgreement suspend) {
            return Texts.problemWithReason("a suspension", suspend.reason())
                    .orElseGet(() -> suspend(suspend, standing, request));
        }
        if (action instanceof ResumeAgreement resume) {
            return Texts.problemWithReason("a resumption", resume.reason())
                    .orElseGet(() -> resume(resume, standing, request));
        }
        if (action instanceof TerminateAgreement terminate) {
            return new Terminating(terminate, standing, request).decide();
        }
        return Terminating.revoke((RevokeTermination) action, standing, request);
    }

    private static Decision notStanding(AgreementState state) {
        if (state instanceof Ended ended) {
            return AgreementWords.ended(ended);
        }
        if (state instanceof Withdrawn) {
            return AgreementWords.notOpen(state).orElseThrow();
        }
        return Decision.refuse(
                RefusalCode.AGREEMENT_NOT_ACTIVE,
                AgreementWords.name(state) + " is not in force yet; withdraw it, or propose another text instead");
    }

    private static Decision suspend(SuspendAgreement action, Standing state, Request request) {
        if (!(state instanceof Active active)) {
            return Decision.refuse(
                    RefusalCode.AGREEMENT_SUSPENDED, AgreementWords.name(state) + " is suspended already");
        }
        Consents consents = Consents.with(active, Consent.To.SUSPEND, Optional.empty(), action.reason(), request);
        return consents.decide(
                "the suspension",
                asked -> Consents.asking(active, asked),
                agreed -> new Suspended(
                        active.proposal(),
                        active.signatures(),
                        active.activatedBy(),
                        active.activatedAt(),
                        active.termination(),
                        consents.others(),
                        request.now(),
                        agreed));
    }

    private static Decision resume(ResumeAgreement action, Standing state, Request request) {
        if (!(state instanceof Suspended suspended)) {
            return Decision.refuse(
                    RefusalCode.AGREEMENT_ACTIVE,
                    AgreementWords.name(state) + " is in force and not suspended; there is nothing to resume");
        }
        Consents consents = Consents.with(suspended, Consent.To.RESUME, Optional.empty(), action.reason(), request);
        return consents.decide(
                "that it goes on",
                asked -> Consents.asking(suspended, asked),
                agreed -> new Active(
                        suspended.proposal(),
                        suspended.signatures(),
                        suspended.activatedBy(),
                        suspended.activatedAt(),
                        suspended.termination(),
                        consents.others()));
    }

    /** The same with another end. */
    static Standing ending(Standing state, Optional<Termination> termination, List<Consent> asked) {
        if (state instanceof Suspended suspended) {
            return new Suspended(
                    suspended.proposal(),
                    suspended.signatures(),
                    suspended.activatedBy(),
                    suspended.activatedAt(),
                    termination,
                    asked,
                    suspended.suspendedAt(),
                    suspended.suspendedBy());
        }
        return new Active(
                state.proposal(), state.signatures(), state.activatedBy(), state.activatedAt(), termination, asked);
    }

    private static Decision close(Standing state, Request request) {
        if (!request.maySign() && !request.has(Role.RUNTIME)) {
            return request.notAllowed("the role signatory or runtime");
        }
        if (!AgreementWords.today(state, request).isAfter(state.lastDay())) {
            return Decision.refuse(
                    RefusalCode.AGREEMENT_NOT_OVER,
                    AgreementWords.name(state) + " is in force until " + state.lastDay() + " in "
                            + state.proposal().terms().zone() + ", and there it is "
                            + AgreementWords.today(state, request) + "; to end it earlier, terminate it");
        }
        return AgreementWords.write(new Ended(
                state.proposal(),
                state.signatures(),
                state.activatedBy(),
                state.activatedAt(),
                state.termination().isPresent() ? Ending.TERMINATED : Ending.EXPIRED,
                state.lastDay(),
                request.signer().id(),
                request.now(),
                state.termination(),
                Optional.empty()));
    }
}
