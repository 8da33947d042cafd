package io.smartblocks.portal.cli;

import io.smartblocks.ledger.transaction.Payable;
import io.smartblocks.ledger.transaction.SettlementAction;
import io.smartblocks.ledger.transaction.SettlementAction.RecordPayment;
import io.smartblocks.portal.settlement.SettlementAccount;
import java.math.BigDecimal;
import java.time.LocalDate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code settlement paid}: says that the signer's party was paid. */
@Command(name = "paid", description = "State that your party was paid, in full or in part.")
final class SettlementPaidCommand extends SettlementStatingCommand {

    @Option(
            names = "--amount",
            paramLabel = "FIGURE",
            required = true,
            converter = Quantity.Converter.class,
            description = "What was paid, with its currency: \"82.85 EUR\".")
    private Quantity amount = new Quantity(BigDecimal.ZERO, "");

    @Option(names = "--on", paramLabel = "DATE", required = true, description = "The day of the payment: 2026-01-28.")
    private LocalDate on = LocalDate.EPOCH;

    @Mixin
    private PaymentOptions payment = new PaymentOptions();

    @Override
    SettlementAction action(SettlementAccount before) {
        Payable payable = payment.payable(before);
        BigDecimal paid = amount.in(payable.currency(), "Document " + payable.document());
        return new RecordPayment(before.settled().id(), payable.document(), paid, on, payment.reference());
    }

    @Override
    String outcome(SettlementAccount after) {
        return amount + " received; " + payment.open(after);
    }
}
