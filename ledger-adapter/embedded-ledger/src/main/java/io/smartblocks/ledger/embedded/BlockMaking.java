package io.smartblocks.ledger.embedded;

import io.smartblocks.ledger.identity.Signer;
import io.smartblocks.ledger.port.Block;
import io.smartblocks.ledger.port.BlockHeader;
import io.smartblocks.ledger.port.CommittedBatch;
import io.smartblocks.ledger.proof.Hash;
import io.smartblocks.ledger.proof.MerkleTree;
import io.smartblocks.ledger.state.StateEntry;
import io.smartblocks.ledger.transaction.CanonicalJson;
import io.smartblocks.ledger.transaction.Transaction;
import io.smartblocks.ledger.transaction.TransactionBody;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Puts a block and its canonical text together from the texts of its parts, each of which is written only once. */
final class BlockMaking {

    private final List<CommittedBatch> batches = new ArrayList<>();
    private final List<BlockText.OfTransaction> transactions = new ArrayList<>();
    private final List<BlockText.OfWrite> writes = new ArrayList<>();
    private final List<byte[]> changes = new ArrayList<>();
    private Optional<Block> made = Optional.empty();
    private final ByteArrayOutputStream text = new ByteArrayOutputStream(4096);

    BlockMaking() {
        put("{\"batches\":[");
    }

    boolean isEmpty() {
        return batches.isEmpty();
    }

    List<CommittedBatch> batches() {
        return batches;
    }

    int transactions() {
        return transactions.size();
    }

    /** How many bytes it has by now. */
    int size() {
        return text.size();
    }

    /** Adds a batch with the texts of its transactions; all of it, or nothing when one of its writes has no text. */
    void add(CommittedBatch batch, List<Prepared> prepared) {
        List<byte[]> written = batch.writes().stream().map(CanonicalJson::bytes).toList();
        put(batches.isEmpty() ? "{\"transactions\":[" : ",{\"transactions\":[");
        for (int i = 0; i < prepared.size(); i++) {
            put(i == 0 ? "" : ",");
            add(batch.transactions().get(i), i, prepared.get(i).text());
        }
        put("],\"writes\":[");
        for (int i = 0; i < written.size(); i++) {
            put(i == 0 ? "" : ",");
            add(batch.writes().get(i), written.get(i));
        }
        put("]}");
        batches.add(batch);
    }

    private void add(Transaction transaction, int place, byte[] written) {
        TransactionBody body = transaction.body();
        transactions.add(new BlockText.OfTransaction(
                batches.size(),
                place,
                text.size(),
                written.length,
                transaction.id(),
                body.signer().value(),
                body.requestKey().value(),
                body.payload().family()));
        text.writeBytes(written);
    }

    private void add(StateEntry write, byte[] written) {
        writes.add(new BlockText.OfWrite(batches.size(), write.key().value(), text.size(), written.length));
        text.writeBytes(written);
        changes.add(leafOf(written));
    }

    /** As {@link Block#changeLeaf} says, from the write's text. */
    private byte[] leafOf(byte[] write) {
        byte[] opening = utf8("{\"batch\":" + batches.size() + ",\"write\":");
        byte[] leaf = Arrays.copyOf(opening, opening.length + write.length + 1);
        System.arraycopy(write, 0, leaf, opening.length, write.length);
        leaf[leaf.length - 1] = '}';
        return leaf;
    }

    /** The block behind the end of the chain. */
    BlockText finish(BlockLink link, Instant time, Signer signer) {
        BlockHeader header = new BlockHeader(
                link.number(),
                time,
                link.previousHash(),
                Block.transactionTree(batches).root(),
                MerkleTree.over(changes).root(),
                signer.member(),
                signer.publicKey());
        byte[] written = CanonicalJson.bytes(header);
        Hash hash = Hash.of(written);
        String signature = Base64.getEncoder().encodeToString(signer.sign(hash.bytes()));
        made = Optional.of(new Block(header, signature, batches));
        put("],\"header\":");
        text.writeBytes(written);
        put(",\"signature\":\"" + signature + "\"}");
        return new BlockText(link.number(), text.toByteArray(), hash, transactions, writes);
    }

    /** The block that was finished. */
    Block block() {
        return made.orElseThrow();
    }

    private void put(String part) {
        text.writeBytes(utf8(part));
    }

    private static byte[] utf8(String part) {
        return part.getBytes(StandardCharsets.UTF_8);
    }
}
