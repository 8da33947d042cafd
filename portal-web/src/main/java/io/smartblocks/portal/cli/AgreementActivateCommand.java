package io.smartblocks.portal.cli;

import io.smartblocks.ledger.state.AgreementState;
import io.smartblocks.ledger.transaction.AgreementAction;
import io.smartblocks.ledger.transaction.AgreementAction.ActivateAgreement;
import io.smartblocks.ledger.transaction.AgreementId;
import picocli.CommandLine.Command;

/** {@code agreement activate}: brings into force what all parties have signed. */
@Command(
        name = "activate",
        description = "Bring into force what all parties have signed; a version in whose place it stands ends.")
final class AgreementActivateCommand extends AgreementLifeCommand {

    @Override
    boolean concerns(AgreementState state) {
        return state instanceof AgreementState.Signed && state.unsigned().isEmpty();
    }

    @Override
    AgreementAction step(AgreementId agreement, String version) {
        return new ActivateAgreement(agreement, version);
    }
}
