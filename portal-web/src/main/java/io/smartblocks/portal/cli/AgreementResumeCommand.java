package io.smartblocks.portal.cli;

import io.smartblocks.ledger.transaction.AgreementAction;
import io.smartblocks.ledger.transaction.AgreementAction.ResumeAgreement;
import io.smartblocks.ledger.transaction.AgreementId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code agreement resume}: asks that a suspended agreement go on. */
@Command(name = "resume", description = "Ask that a suspended agreement go on; so it does once all parties have asked.")
final class AgreementResumeCommand extends AgreementLifeCommand {

    @Mixin
    private ReasonOption reason = new ReasonOption();

    @Override
    AgreementAction step(AgreementId agreement, String version) {
        return new ResumeAgreement(agreement, version, reason.text());
    }
}
