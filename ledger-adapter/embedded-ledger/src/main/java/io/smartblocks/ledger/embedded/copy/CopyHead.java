package io.smartblocks.ledger.embedded.copy;

import io.smartblocks.ledger.identity.VerifyingKey;
import io.smartblocks.ledger.proof.Hash;
import io.smartblocks.ledger.transaction.LedgerId;

/**
 * The first line of a copy: what it holds.
 *
 * @param format which form of file it is, {@link #FORMAT}
 * @param from the number of its first block
 * @param headHash the hash of its last block
 * @param height the number of the block after its last
 * @param ledger the id of the ledger
 * @param name the name that the ledger was founded with
 * @param nodeKey the key that its blocks are signed with
 * @param previousHash the hash of the block before its first
 */
public record CopyHead(
        String format,
        long from,
        Hash headHash,
        long height,
        LedgerId ledger,
        String name,
        VerifyingKey nodeKey,
        Hash previousHash) {

    /** The form of file that is written and read here. */
    public static final String FORMAT = "smartblocks-ledger/1";

    public CopyHead {
        if (!format.equals(FORMAT)) {
            throw new IllegalArgumentException("its format is '" + format + "'; expected '" + FORMAT + "'");
        }
        if (from < 0 || height <= from) {
            throw new IllegalArgumentException("it holds no blocks: from " + from + " to before " + height);
        }
    }
}
