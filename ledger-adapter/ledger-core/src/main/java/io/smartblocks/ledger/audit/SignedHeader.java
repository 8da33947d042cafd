package io.smartblocks.ledger.audit;

import io.smartblocks.ledger.identity.SignatureCheck;
import io.smartblocks.ledger.port.Block;
import io.smartblocks.ledger.port.BlockHeader;
import io.smartblocks.ledger.proof.Hash;
import java.util.Base64;

/** A block's header with its signature: all that a stranger needs of a block to check what is proved of it. */
public record SignedHeader(BlockHeader header, String signature) {

    /** The header of a block. */
    public static SignedHeader of(Block block) {
        return new SignedHeader(block.header(), block.signature());
    }

    /** The place of its block in the chain. */
    public long number() {
        return header.number();
    }

    /** The hash that the next header names. */
    public Hash hash() {
        return header.hash();
    }

    /** Whether the signature was made over the header's hash with the key that the header names. */
    public boolean signatureHolds() {
        try {
            byte[] bytes = Base64.getDecoder().decode(signature);
            // the last letter has bits that stand for nothing: one signature, one text
            boolean oneText = Base64.getEncoder().encodeToString(bytes).equals(signature);
            return oneText && SignatureCheck.holds(header.signerKey(), hash().bytes(), bytes);
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }
}
