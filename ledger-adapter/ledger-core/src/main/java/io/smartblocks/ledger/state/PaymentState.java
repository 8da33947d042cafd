package io.smartblocks.ledger.state;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.transaction.SettlementId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A payment that the payee received; stands under
 * {@code payment/<agreement>/<period>/<from>/<revision>/<document>/<SHA-256 of its reference>}.
 *
 * @param settlement the settlement under which it was due
 * @param document the number of the payable
 * @param payer the party that paid, by its name in the agreement
 * @param payee the party that was paid
 * @param amount what was paid
 * @param currency the ISO 4217 code
 * @param paidOn the day of the payment
 * @param reference how to find the payment
 * @param statedBy who says so for the payee
 * @param reversed why it was taken back; none while it stands
 */
public record PaymentState(
        SettlementId settlement,
        int document,
        String payer,
        String payee,
        BigDecimal amount,
        String currency,
        LocalDate paidOn,
        String reference,
        MemberId statedBy,
        Optional<String> reversed)
        implements State {

    /** Whether it was not taken back. */
    public boolean stands() {
        return reversed.isEmpty();
    }

    /** The same, taken back. */
    public PaymentState reverse(String reason) {
        return new PaymentState(
                settlement, document, payer, payee, amount, currency, paidOn, reference, statedBy, Optional.of(reason));
    }
}
