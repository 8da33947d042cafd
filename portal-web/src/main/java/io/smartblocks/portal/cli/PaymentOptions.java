package io.smartblocks.portal.cli;

import io.smartblocks.ledger.transaction.Payable;
import io.smartblocks.portal.settlement.SettlementAccount;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which payment is meant: of which document, under which reference. */
final class PaymentOptions {

    @Option(
            names = "--reference",
            paramLabel = "TEXT",
            required = true,
            description = "How to find the payment, such as the bank's reference.")
    private String reference = "";

    @Option(names = "--document", paramLabel = "N", description = "Of which document, if there are several.")
    private Optional<Integer> document = Optional.empty();

    String reference() {
        return reference;
    }

    /** What is payable by the document, which need not be named where there is one only. */
    Payable payable(SettlementAccount account) {
        List<Payable> payables = account.payables();
        if (document.isEmpty() && payables.size() > 1) {
            throw new InputRefused("Several documents are payable; name one with --document: %s."
                    .formatted(String.join(
                            ", ", payables.stream().map(PaymentOptions::words).toList())));
        }
        return payables.stream()
                .filter(payable ->
                        document.map(number -> payable.document() == number).orElse(true))
                .findFirst()
                .orElseThrow(() -> Known.not(
                        SettledPeriod.words(account.settled()),
                        "payable document",
                        document.map(Object::toString).orElse("1"),
                        payables.stream()
                                .map(payable -> Integer.toString(payable.document()))
                                .toList()));
    }

    private static String words(Payable payable) {
        return "%d, %s to %s".formatted(payable.document(), payable.payer(), payable.payee());
    }

    /** What of the document is open, in words. */
    String open(SettlementAccount account) {
        Payable payable = payable(account);
        BigDecimal open = account.open(payable);
        return open.signum() == 0
                ? "document " + payable.document() + " is paid"
                : Quantity.words(open, payable.currency()) + " of document " + payable.document() + " are open";
    }
}
