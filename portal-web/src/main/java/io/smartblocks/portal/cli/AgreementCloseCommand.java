package io.smartblocks.portal.cli;

import io.smartblocks.ledger.transaction.AgreementAction;
import io.smartblocks.ledger.transaction.AgreementAction.CloseAgreement;
import io.smartblocks.ledger.transaction.AgreementId;
import picocli.CommandLine.Command;

/** {@code agreement close}: closes an agreement whose last day has passed. */
@Command(name = "close", description = "Close an agreement whose last day has passed.")
final class AgreementCloseCommand extends AgreementLifeCommand {

    @Override
    AgreementAction step(AgreementId agreement, String version) {
        return new CloseAgreement(agreement, version);
    }
}
