package io.smartblocks.ledger.port;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.identity.VerifyingKey;
import io.smartblocks.ledger.proof.Hash;
import io.smartblocks.ledger.transaction.CanonicalJson;
import java.time.Instant;

/**
 * What the signer of a block vouches for; enough to check that a transaction or a state belongs to the chain.
 *
 * @param number counted from 0
 * @param time when it was made; never before the time of the previous block
 * @param previousHash the hash of the previous block's header
 * @param transactionsRoot root of the tree over the transactions, see {@link Block#transactionLeaves}
 * @param changesRoot root of the tree over the writes, see {@link Block#changeLeaves}
 * @param signer who made the block
 * @param signerKey the key that the block's signature is checked with
 */
public record BlockHeader(
        long number,
        Instant time,
        Hash previousHash,
        Hash transactionsRoot,
        Hash changesRoot,
        MemberId signer,
        VerifyingKey signerKey) {

    /** Named as the signer where a ledger's blocks are signed by orderers with certificates of their own, and by no member. */
    public static final MemberId ORDERERS = new MemberId("orderers");

    /** Thirty-two zero bytes: a key to which no private key belongs. */
    public static final VerifyingKey NO_KEY = new VerifyingKey("MCowBQYDK2VwAyEA" + "A".repeat(43) + "=");

    /** Stands where a signature would, if anyone had signed. */
    public static final String NO_SIGNATURE = "";

    /** Whether whoever read the orderers' block made this header, so that nobody vouches for it with a key. */
    public boolean isUnsigned() {
        return signer.equals(ORDERERS) && signerKey.equals(NO_KEY);
    }

    /** SHA-256 of the header's canonical text. */
    public Hash hash() {
        return Hash.of(CanonicalJson.write(this));
    }
}
