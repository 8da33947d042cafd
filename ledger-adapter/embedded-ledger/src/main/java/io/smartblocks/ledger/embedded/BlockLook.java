package io.smartblocks.ledger.embedded;

import io.smartblocks.ledger.family.Families;
import io.smartblocks.ledger.family.SignatureMemo;
import io.smartblocks.ledger.port.Block;
import io.smartblocks.ledger.state.StateView;
import io.smartblocks.ledger.transaction.CanonicalJson;
import io.smartblocks.ledger.transaction.MalformedJson;
import io.smartblocks.ledger.transaction.Transaction;
import io.smartblocks.ledger.transaction.TransactionId;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What can be said of one block without those before it, so that several can be looked at side by side.
 *
 * @param content the block's bytes
 * @param block empty when it cannot be read
 * @param unreadable why it cannot be read
 * @param canonical the block's canonical text, which its bytes should be
 * @param transactionsRoot whether its transactions have the root that its header says
 * @param changesRoot whether its writes have it
 * @param signed whether the signature is that of the header's key
 * @param misnamed ids of transactions that are not those of their bodies
 * @param signatures those that fit the keys known so far, checked already
 */
record BlockLook(
        byte[] content,
        Optional<Block> block,
        String unreadable,
        byte[] canonical,
        boolean transactionsRoot,
        boolean changesRoot,
        boolean signed,
        Set<TransactionId> misnamed,
        SignatureMemo signatures) {

    /** Looks at a block; the states only help to check signatures ahead, whichever of the earlier blocks they know. */
    static BlockLook at(byte[] content, StateView states) {
        try {
            return of(content, CanonicalJson.read(new String(content, StandardCharsets.UTF_8), Block.class), states);
        } catch (MalformedJson malformed) {
            return new BlockLook(
                    content,
                    Optional.empty(),
                    malformed.getMessage(),
                    content,
                    false,
                    false,
                    false,
                    Set.of(),
                    new SignatureMemo());
        }
    }

    private static BlockLook of(byte[] content, Block block, StateView states) {
        SignatureMemo signatures = new SignatureMemo();
        Set<TransactionId> misnamed = new HashSet<>();
        for (Transaction transaction : block.transactions()) {
            if (!transaction.hasItsId()) {
                misnamed.add(transaction.id());
            }
            Families.keyFor(transaction, states).ifPresent(key -> signatures.holds(transaction, key));
        }
        byte[] canonical = CanonicalJson.bytes(block);
        return new BlockLook(
                content,
                Optional.of(block),
                "",
                Arrays.equals(canonical, content) ? content : canonical,
                Block.transactionTree(block.batches())
                        .root()
                        .equals(block.header().transactionsRoot()),
                Block.changeTree(block.batches()).root().equals(block.header().changesRoot()),
                BlockLink.signedAsItSays(block),
                misnamed,
                signatures);
    }

    boolean isCanonical() {
        return canonical == content;
    }
}
