package io.smartblocks.portal.cli;

import io.smartblocks.ledger.state.AgreementState;
import io.smartblocks.ledger.transaction.AgreementAction;
import io.smartblocks.ledger.transaction.AgreementAction.WithdrawAgreement;
import io.smartblocks.ledger.transaction.AgreementId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code agreement withdraw}: takes back a proposal that is not in force. */
@Command(name = "withdraw", description = "Take back a proposal that is not in force; any party can.")
final class AgreementWithdrawCommand extends AgreementLifeCommand {

    @Mixin
    private ReasonOption reason = new ReasonOption();

    @Override
    boolean concerns(AgreementState state) {
        return state instanceof AgreementState.Proposed || state instanceof AgreementState.Signed;
    }

    @Override
    AgreementAction step(AgreementId agreement, String version) {
        return new WithdrawAgreement(agreement, version, reason.text());
    }
}
