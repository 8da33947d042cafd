package io.smartblocks.ledger.state;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.transaction.TransactionId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * That one party asked for what all must agree on.
 *
 * @param to what is asked for
 * @param lastDay the last day of the agreement, where it is to be ended
 * @param organisation the party's organisation
 * @param signer the member that signed
 * @param at when, by the ledger's time
 * @param reason why
 * @param transaction the transaction that carries the signature
 */
public record Consent(
        To to,
        Optional<LocalDate> lastDay,
        MemberId organisation,
        MemberId signer,
        Instant at,
        String reason,
        TransactionId transaction) {

    /** What all parties can agree on. */
    public enum To {
        SUSPEND,
        RESUME,
        TERMINATE,
        REVOKE_TERMINATION
    }
}
