package io.smartblocks.portal.cli;

import io.smartblocks.ledger.transaction.AgreementAction;
import io.smartblocks.ledger.transaction.AgreementAction.SuspendAgreement;
import io.smartblocks.ledger.transaction.AgreementId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code agreement suspend}: asks that nothing be settled for a while. */
@Command(
        name = "suspend",
        description = "Ask that nothing be settled for a while; so it is once all parties have asked.")
final class AgreementSuspendCommand extends AgreementLifeCommand {

    @Mixin
    private ReasonOption reason = new ReasonOption();

    @Override
    AgreementAction step(AgreementId agreement, String version) {
        return new SuspendAgreement(agreement, version, reason.text());
    }
}
