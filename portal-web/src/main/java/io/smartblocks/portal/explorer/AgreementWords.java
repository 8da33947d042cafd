package io.smartblocks.portal.explorer;

import io.smartblocks.ledger.transaction.AgreementAction;

/** Writes what was done about an agreement in words. */
final class AgreementWords {

    private AgreementWords() {}

    static void add(Fields to, AgreementAction action) {
        to.agreement(action.agreement());
        to.add("version", action.version());
        if (action instanceof AgreementAction.ProposeAgreement proposed) {
            to.add("title", proposed.title());
            proposed.parties().forEach((term, party) -> to.labelled(term, to.name(party)));
            to.add("text.hash", proposed.textHash().value());
        } else if (action instanceof AgreementAction.SignAgreement signed) {
            to.add("text.hash", signed.textHash().value());
            to.add("terms.hash", signed.termsHash().value());
        } else if (action instanceof AgreementAction.WithdrawAgreement withdrawn) {
            to.add("reason", withdrawn.reason());
        } else if (action instanceof AgreementAction.SuspendAgreement suspended) {
            to.add("reason", suspended.reason());
        } else if (action instanceof AgreementAction.ResumeAgreement resumed) {
            to.add("reason", resumed.reason());
        } else if (action instanceof AgreementAction.TerminateAgreement terminated) {
            to.add("last.day", to.say().longDay(terminated.lastDay()));
            terminated.clause().ifPresent(clause -> to.add("clause", clause));
            to.add("reason", terminated.reason());
        } else if (action instanceof AgreementAction.RevokeTermination revoked) {
            to.add("reason", revoked.reason());
        }
    }
}
