package io.smartblocks.portal.cli;

import io.smartblocks.ledger.transaction.AgreementAction;
import io.smartblocks.ledger.transaction.AgreementAction.RevokeTermination;
import io.smartblocks.ledger.transaction.AgreementId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code agreement revoke-termination}: asks that an early end be void. */
@Command(
        name = "revoke-termination",
        description = "Ask that an early end be void; so it is once all parties have asked.")
final class AgreementRevokeTerminationCommand extends AgreementLifeCommand {

    @Mixin
    private ReasonOption reason = new ReasonOption();

    @Override
    AgreementAction step(AgreementId agreement, String version) {
        return new RevokeTermination(agreement, version, reason.text());
    }
}
