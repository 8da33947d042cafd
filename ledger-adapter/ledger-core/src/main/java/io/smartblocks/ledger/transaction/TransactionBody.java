package io.smartblocks.ledger.transaction;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.proof.Hash;
import java.time.Instant;

/**
 * What a member signs.
 *
 * @param ledger the ledger it is for; no other takes it
 * @param payload what is asked for
 * @param signer who asks
 * @param requestKey the name of this request: a second one with the same key and content happens once
 * @param statedAt the signer's own time; a claim that decides nothing alone
 */
public record TransactionBody(
        LedgerId ledger, Payload payload, MemberId signer, RequestKey requestKey, Instant statedAt) {

    /** The text that is hashed and signed. */
    public String canonicalText() {
        return CanonicalJson.write(this);
    }

    /** What is asked and by whom, whatever the time: equal for a repeated request. */
    public String requestText() {
        return new TransactionBody(ledger, payload, signer, requestKey, Instant.EPOCH).canonicalText();
    }

    /** The hash of {@link #requestText}. */
    public Hash requestHash() {
        return Hash.of(requestText());
    }
}
