package io.smartblocks.ledger.embedded;

import io.smartblocks.ledger.identity.Signer;
import io.smartblocks.ledger.port.Block;
import io.smartblocks.ledger.port.BlockHeader;
import io.smartblocks.ledger.port.CommittedBatch;
import io.smartblocks.ledger.proof.Hash;
import io.smartblocks.ledger.proof.MerkleTree;
import io.smartblocks.ledger.state.StateEntry;
import io.smartblocks.ledger.transaction.CanonicalJson;
import io.smartblocks.ledger.transaction.SharedWriting;
import io.smartblocks.ledger.transaction.Transaction;
import io.smartblocks.ledger.transaction.TransactionBody;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Puts a block and its canonical text together from the texts of its parts, each of which is written only once. */
final class BlockMaking {

    private final List<CommittedBatch> batches = new ArrayList<>();
    private final List<BlockText.OfTransaction> transactions = new ArrayList<>();
    private final List<BlockText.OfWrite> writes = new ArrayList<>();
    private final List<byte[]> changes = new ArrayList<>();
    private final List<byte[]> text = new ArrayList<>();
    private int size;
    private Optional<Block> made = Optional.empty();

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
        return size;
    }

    /** Adds a batch with the texts of its transactions; all of it, or nothing when one of its writes has no text. */
    void add(CommittedBatch batch, List<Prepared> prepared, SharedWriting writing) {
        List<byte[]> written = batch.writes().stream().map(writing::bytes).toList();
        put(batches.isEmpty() ? "{\"transactions\":[" : ",{\"transactions\":[");
        for (int i = 0; i < prepared.size(); i++) {
            put(i == 0 ? "" : ",");
            add(batch.transactions().get(i), i, prepared.get(i));
        }
        put("],\"writes\":[");
        for (int i = 0; i < written.size(); i++) {
            put(i == 0 ? "" : ",");
            add(batch.writes().get(i), written.get(i));
        }
        put("]}");
        batches.add(batch);
    }

    private void add(Transaction transaction, int place, Prepared prepared) {
        TransactionBody body = transaction.body();
        transactions.add(new BlockText.OfTransaction(
                batches.size(),
                place,
                size,
                prepared.length(),
                transaction.id(),
                body.signer().value(),
                body.requestKey().value(),
                body.payload().family()));
        prepared.text().forEach(this::put);
    }

    private void add(StateEntry write, byte[] written) {
        writes.add(new BlockText.OfWrite(batches.size(), write.key().value(), size, written.length));
        put(written);
        // as Block.changeLeaf says, from the write's text
        changes.add(MerkleTree.leafHash(utf8("{\"batch\":" + batches.size() + ",\"write\":"), written, utf8("}")));
    }

    /** The block behind the end of the chain. */
    BlockText finish(BlockLink link, Instant time, Signer signer) {
        BlockHeader header = new BlockHeader(
                link.number(),
                time,
                link.previousHash(),
                Block.transactionTree(batches).root(),
                MerkleTree.overHashes(changes).root(),
                signer.member(),
                signer.publicKey());
        byte[] written = CanonicalJson.bytes(header);
        Hash hash = Hash.of(written);
        String signature = Base64.getEncoder().encodeToString(signer.sign(hash.bytes()));
        made = Optional.of(new Block(header, signature, batches));
        put("],\"header\":");
        put(written);
        put(",\"signature\":\"" + signature + "\"}");
        return new BlockText(link.number(), content(), hash, transactions, writes);
    }

    /** The block that was finished. */
    Block block() {
        return made.orElseThrow();
    }

    private byte[] content() {
        byte[] content = new byte[size];
        int end = 0;
        for (byte[] part : text) {
            System.arraycopy(part, 0, content, end, part.length);
            end += part.length;
        }
        return content;
    }

    private void put(String part) {
        put(utf8(part));
    }

    private void put(byte[] part) {
        text.add(part);
        size += part.length;
    }

    private static byte[] utf8(String part) {
        return part.getBytes(StandardCharsets.UTF_8);
    }
}
