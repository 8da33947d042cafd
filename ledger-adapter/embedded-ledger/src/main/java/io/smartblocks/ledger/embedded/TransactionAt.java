package io.smartblocks.ledger.embedded;

import io.smartblocks.ledger.port.Block;
import io.smartblocks.ledger.port.CommittedBatch;
import io.smartblocks.ledger.transaction.CanonicalJson;
import io.smartblocks.ledger.transaction.Transaction;
import io.smartblocks.ledger.transaction.TransactionId;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Tells which transaction's text a byte of a block belongs to. */
final class TransactionAt {

    private TransactionAt() {}

    /** The transaction whose text the byte belongs to; empty for the header and for writes. */
    static Optional<TransactionId> place(byte[] content, int place) {
        String text = new String(content, StandardCharsets.UTF_8);
        String before = new String(content, 0, place, StandardCharsets.UTF_8);
        Block block = CanonicalJson.read(text, Block.class);
        int from = 0;
        for (CommittedBatch batch : block.batches()) {
            for (Transaction transaction : batch.transactions()) {
                String own = CanonicalJson.write(transaction);
                int start = text.indexOf(own, from);
                from = start + own.length();
                if (before.length() >= start && before.length() < from) {
                    return Optional.of(transaction.id());
                }
            }
        }
        return Optional.empty();
    }
}
