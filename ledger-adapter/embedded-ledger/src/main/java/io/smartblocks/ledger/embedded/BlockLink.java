package io.smartblocks.ledger.embedded;

import io.smartblocks.ledger.identity.SignatureCheck;
import io.smartblocks.ledger.identity.Signer;
import io.smartblocks.ledger.port.Block;
import io.smartblocks.ledger.port.BlockHeader;
import io.smartblocks.ledger.port.CommittedBatch;
import io.smartblocks.ledger.proof.Hash;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

/** The end of the chain: what the next block must follow. */
record BlockLink(long number, Hash previousHash, Instant notBefore) {

    static final BlockLink FIRST = new BlockLink(0, Hash.NONE, Instant.EPOCH);

    /** What follows a block. */
    static BlockLink after(Block block) {
        return new BlockLink(block.number() + 1, block.hash(), block.header().time());
    }

    /** The next block's time: the clock's, or that of the block before when the clock was set back. */
    Instant timeFor(Instant clock) {
        return clock.isBefore(notBefore) ? notBefore : clock;
    }

    /** How far the clock lies behind the last block, as when it was set back; zero when it does not. */
    Duration behind(Instant clock) {
        return clock.isBefore(notBefore) ? Duration.between(clock, notBefore) : Duration.ZERO;
    }

    /** Makes and signs the next block. */
    Block next(List<CommittedBatch> batches, Instant time, Signer signer) {
        BlockHeader header = new BlockHeader(
                number,
                time,
                previousHash,
                Block.transactionTree(batches).root(),
                Block.changeTree(batches).root(),
                signer.member(),
                signer.publicKey());
        byte[] signature = signer.sign(header.hash().bytes());
        return new Block(header, Base64.getEncoder().encodeToString(signature), batches);
    }

    static boolean signedAsItSays(Block block) {
        try {
            byte[] signature = Base64.getDecoder().decode(block.signature());
            // the decoder also takes letters whose last bits stand for nothing: one signature, one text
            return Base64.getEncoder().encodeToString(signature).equals(block.signature())
                    && SignatureCheck.holds(
                            block.header().signerKey(), block.header().hash().bytes(), signature);
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }
}
