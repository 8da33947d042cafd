package io.smartblocks.portal.audit;

import io.smartblocks.ledger.proof.Hash;
import io.smartblocks.ledger.transaction.CanonicalJson;
import java.time.Instant;

/**
 * One line of the audit log.
 *
 * @param content what its hash is made of
 * @param hash the SHA-256 of the canonical form of the content, which names the hash of the entry before it
 */
public record Entry(Content content, Hash hash) {

    /**
     * What an entry says.
     *
     * @param number its place, from 1 on without a gap
     * @param at when, to the microsecond
     * @param who the login; empty for nobody known and for the machine itself
     * @param role the role of that person then
     * @param address from where it was asked; empty for the machine itself
     * @param act what kind of act, as {@link Act#code()} writes it
     * @param subject what it is about
     * @param outcome what came of it, as {@link Outcome#code()} writes it
     * @param transaction on the ledger; empty where there is none
     * @param previous the hash of the entry before; zeros for the first
     */
    public record Content(
            long number,
            Instant at,
            String who,
            String role,
            String address,
            String act,
            String subject,
            String outcome,
            String reason,
            String before,
            String after,
            String transaction,
            Hash previous) {

        /** The hash that an entry with this content has. */
        public Hash hash() {
            return Hash.of(CanonicalJson.bytes(this));
        }
    }

    static Entry of(Content content) {
        return new Entry(content, content.hash());
    }

    /** Its place in the log. */
    public long number() {
        return content.number();
    }
}
