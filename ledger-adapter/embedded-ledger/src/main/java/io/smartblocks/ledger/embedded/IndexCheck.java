package io.smartblocks.ledger.embedded;

import io.smartblocks.ledger.transaction.TransactionId;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Compares the tables of an index with what the blocks say, block after block. */
final class IndexCheck implements AutoCloseable {

    private final IndexMaps maps;
    private final IndexSeal seal;
    private final ChainCheck.Reporter reporter;
    private long blocks;
    private long transactions;
    private long writes;
    private long lists;
    private boolean complete = true;

    IndexCheck(IndexMaps maps, IndexSeal seal, ChainCheck.Reporter reporter) {
        this.maps = maps;
        this.seal = seal;
        this.reporter = reporter;
    }

    /** A block could not be read: what the index says of it cannot be compared. */
    void lose() {
        complete = false;
    }

    void check(BlockText block) {
        if (block.number() >= seal.height()) {
            return;
        }
        blocks++;
        for (int i = 0; i < block.transactions().size(); i++) {
            check(block, i);
        }
        block.writes().forEach(write -> check(block, write));
        for (Map.Entry<String, Packed> list :
                IndexFilling.lists(block.transactions()).entrySet()) {
            lists++;
            String entry = IndexFilling.inBlock(list.getKey(), block.number());
            if (!Arrays.equals(maps.lists().get(entry), list.getValue().bytes())) {
                report(block.number(), "the index does not list its transactions of " + inWords(list.getKey()));
            }
        }
        if (block.number() == seal.height() - 1 && !block.hash().equals(seal.lastHash())) {
            report(block.number(), "the index belongs to other blocks: it knows this one as " + seal.lastHash());
        }
    }

    private static String inWords(String list) {
        return list.replace(IndexFilling.END, ' ');
    }

    private void check(BlockText block, int within) {
        transactions++;
        BlockText.OfTransaction transaction = block.transactions().get(within);
        long serial = IndexedTransaction.serial(block.number(), within);
        boolean found = Objects.equals(maps.ids().get(transaction.id().value().bytes()), serial)
                && Objects.equals(
                        maps.requests().get(IndexFilling.request(transaction.signer(), transaction.requestKey())),
                        serial)
                && Arrays.equals(maps.transactions().get(serial), IndexedTransaction.pack(block, transaction));
        if (!found) {
            report(block.number(), Optional.of(transaction.id()), "the index does not say where it stands");
        }
    }

    private void check(BlockText block, BlockText.OfWrite write) {
        writes++;
        TextPlace place = block.placeOf(write);
        byte[] packed = place.packed();
        byte @Nullable [] current = maps.states().get(write.key());
        boolean found = Arrays.equals(current, packed)
                || Arrays.equals(maps.history().get(IndexFilling.version(write.key(), place)), packed)
                        && current != null
                        && isBehind(TextPlace.of(current), place);
        if (!found) {
            report(
                    block.number(),
                    "the index does not say where in it what it wrote under '" + write.key() + "' stands");
        }
    }

    private static boolean isBehind(TextPlace place, TextPlace other) {
        return place.block() > other.block() || place.block() == other.block() && place.start() > other.start();
    }

    /** Tells what the index holds beyond what the blocks say. */
    void finish() {
        if (!complete) {
            return;
        }
        if (blocks != seal.height()) {
            report(
                    blocks,
                    "it is missing: the index has seen " + seal.height() + " blocks, but only " + blocks + " are here");
            return;
        }
        boolean same = maps.transactions().sizeAsLong() == transactions
                && maps.ids().sizeAsLong() == transactions
                && maps.requests().sizeAsLong() == transactions
                && maps.lists().sizeAsLong() == lists
                && maps.states().sizeAsLong() + maps.history().sizeAsLong() == writes;
        if (!same) {
            report(Problem.BESIDE_BLOCKS, "the index says more than the blocks do");
        }
        IndexFilling marks = new IndexFilling(maps);
        if (marks.height() != seal.height()
                || !marks.lastHash().equals(seal.lastHash().value())) {
            report(Problem.BESIDE_BLOCKS, "the seal of the index is that of another index");
        }
    }

    private void report(long block, String message) {
        report(block, Optional.empty(), message);
    }

    private void report(long block, Optional<TransactionId> transaction, String message) {
        reporter.report(block, transaction, message);
    }

    @Override
    public void close() {
        maps.store().close();
    }
}
