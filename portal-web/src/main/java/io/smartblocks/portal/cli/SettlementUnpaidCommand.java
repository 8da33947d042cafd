package io.smartblocks.portal.cli;

import io.smartblocks.ledger.state.PaymentState;
import io.smartblocks.ledger.transaction.Payable;
import io.smartblocks.ledger.transaction.SettlementAction;
import io.smartblocks.ledger.transaction.SettlementAction.ReversePayment;
import io.smartblocks.ledger.transaction.SettlementId;
import io.smartblocks.portal.settlement.SettlementAccount;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code settlement unpaid}: says that a payment to the signer's party was taken back. */
@Command(name = "unpaid", description = "State that a payment to your party was taken back, such as by the bank.")
final class SettlementUnpaidCommand extends SettlementStatingCommand {

    @Mixin
    private PaymentOptions payment = new PaymentOptions();

    @Mixin
    private ReasonOption reason = new ReasonOption();

    @Override
    SettlementAction action(SettlementAccount before) {
        Payable payable = payment.payable(before);
        SettlementId under = before.payments(payable).stream()
                .filter(known -> known.reference().equals(payment.reference()))
                .map(PaymentState::settlement)
                .findFirst()
                .orElse(before.settled().id());
        return new ReversePayment(under, payable.document(), payment.reference(), reason.text());
    }

    @Override
    String outcome(SettlementAccount after) {
        return "payment " + payment.reference() + " taken back; " + payment.open(after);
    }
}
