package io.smartblocks.ledger.embedded;

import io.smartblocks.ledger.audit.Proof;
import io.smartblocks.ledger.audit.Proved;
import io.smartblocks.ledger.audit.Proved.ProvedState;
import io.smartblocks.ledger.audit.Proved.ProvedTransaction;
import io.smartblocks.ledger.audit.ProvedIn;
import io.smartblocks.ledger.audit.SignedHeader;
import io.smartblocks.ledger.port.Block;
import io.smartblocks.ledger.state.MemberState;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.transaction.CanonicalJson;
import io.smartblocks.ledger.transaction.Transaction;
import io.smartblocks.ledger.transaction.TransactionId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Makes proofs from a ledger's files alone, also while a process has the ledger open. */
public final class Proving {

    private final StoredBlocks blocks;
    private final boolean links;

    /**
     * Proves from these blocks.
     *
     * @param links whether a proof holds all headers up to the newest block, so that it needs no file of headers beside it
     */
    public Proving(StoredBlocks blocks, boolean links) {
        this.blocks = blocks;
        this.links = links;
    }

    /** The proof of a transaction, with that of its signer's key; empty when no block holds the transaction. */
    public Optional<Proof> transaction(TransactionId id) {
        AtomicReference<@Nullable Block> found = new AtomicReference<>();
        String written = "\"id\":\"" + id + "\"";
        blocks.forEach(0, stored -> {
            if (stored.text().contains(written)) {
                Block block = stored.block();
                ProvedIn.block(block).transaction(id).ifPresent(there -> found.set(block));
            }
            return found.get() == null;
        });
        return Optional.ofNullable(found.get()).map(block -> {
            ProvedTransaction proved = ProvedIn.block(block).transaction(id).orElseThrow();
            return proof(proved, signerKey(proved, block));
        });
    }

    /** The proof of what stood under a key after a block; empty when nothing did. */
    public Optional<Proof> state(StateKey key, long asOfBlock) {
        return newest(key, asOfBlock)
                .map(block -> proof(ProvedIn.block(block).state(key).orElseThrow(), Optional.empty()));
    }

    /** The newest block up to the given one that wrote the key. */
    private Optional<Block> newest(StateKey key, long upTo) {
        AtomicReference<StoredBlocks.@Nullable Stored> newest = new AtomicReference<>();
        String written = "\"key\":" + CanonicalJson.write(key);
        blocks.forEach(0, stored -> {
            boolean inTime = stored.number() <= upTo;
            // a transaction may quote the key; only a write counts
            if (inTime
                    && stored.text().contains(written)
                    && ProvedIn.block(stored.block()).state(key).isPresent()) {
                newest.set(stored);
            }
            return inTime;
        });
        return Optional.ofNullable(newest.get()).map(StoredBlocks.Stored::block);
    }

    /** The last write of the signer's member state that the transaction's signature was made under. */
    private Optional<ProvedState> signerKey(ProvedTransaction proved, Block block) {
        Transaction transaction = proved.transaction();
        StateKey member = StateKey.member(transaction.body().signer());
        ProvedIn here = ProvedIn.block(block);
        return here.state(member, proved.batch())
                .or(() -> newest(member, block.number() - 1)
                        .flatMap(before -> ProvedIn.block(before).state(member)))
                .or(() -> here.state(member, proved.batch() + 1))
                .filter(state -> state.write().state() instanceof MemberState known
                        && transaction.signatureHolds(known.member().publicKey()));
    }

    private Proof proof(Proved proved, Optional<ProvedState> key) {
        long first = key.map(ProvedState::block).orElse(proved.block());
        TreeMap<Long, SignedHeader> headers = new TreeMap<>();
        if (links) {
            blocks.forEach(first, stored -> {
                headers.put(stored.number(), stored.header());
                return true;
            });
        } else {
            List<Long> needed = new ArrayList<>(List.of(first, proved.block()));
            needed.forEach(number ->
                    headers.put(number, blocks.block(number).orElseThrow().header()));
        }
        return Proof.of(proved, key, List.copyOf(headers.values()));
    }
}
