package io.smartblocks.ledger.fabric.block;

import io.smartblocks.ledger.proof.Hash;
import java.util.List;
import java.util.Optional;

/**
 * A block of a channel; that its data are those which its header names was checked when it was read.
 *
 * @param hash the hash of its header, which the next block names
 * @param previousHash the hash of the header before; none for block 0
 * @param dataHash the hash of all bytes of its transactions
 * @param commitHash what the peers' states have in common behind it, where the peer told it
 * @param orderers who signed it
 * @param size how many bytes its transactions have
 */
public record FabricBlock(
        long number,
        Hash hash,
        Optional<Hash> previousHash,
        Hash dataHash,
        Optional<Hash> commitHash,
        List<ChannelIdentity> orderers,
        long size,
        List<FabricTransaction> transactions) {

    public FabricBlock {
        orderers = List.copyOf(orderers);
        transactions = List.copyOf(transactions);
    }

    /**
     * Reads a block from its bytes, as a peer sends it.
     *
     * @throws MalformedBlock when they are no block, or its data are not those that its header names
     */
    public static FabricBlock read(byte[] bytes) {
        return BlockReading.read(bytes);
    }

    /**
     * Reads what a block says of its own chain.
     *
     * @throws MalformedBlock when this is not the block that follows the given one
     */
    public FabricBlock following(FabricBlock before) {
        return following(before.number + 1, Optional.of(before.hash));
    }

    /**
     * Reads what a block says of its own chain.
     *
     * @param expected the number that comes next
     * @param before the hash of the block before it; none before block 0
     * @throws MalformedBlock when this is not that block
     */
    public FabricBlock following(long expected, Optional<Hash> before) {
        if (number != expected) {
            throw new MalformedBlock(
                    "block " + number, "comes behind block " + (expected - 1) + "; expected block " + expected);
        }
        if (number > 0 && !previousHash.equals(before)) {
            throw new MalformedBlock(
                    "block " + number,
                    "names "
                            + previousHash.map(Hash::value).orElse("no hash") + " as the one before, but block "
                            + (number - 1) + " has the hash "
                            + before.map(Hash::value).orElse("none") + ": one of them is not of this chain");
        }
        return this;
    }
}
