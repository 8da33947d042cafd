package io.smartblocks.ledger.embedded;

import io.smartblocks.ledger.identity.Signer;
import io.smartblocks.ledger.port.Block;
import io.smartblocks.ledger.port.BlockHeader;
import io.smartblocks.ledger.port.CommittedBatch;
import io.smartblocks.ledger.proof.MerkleTree;
import io.smartblocks.ledger.state.StateEntry;
import io.smartblocks.ledger.transaction.CanonicalJson;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Puts a block and its canonical text together from the texts of its parts, each of which is written only once. */
final class BlockMaking {

    private final List<CommittedBatch> batches = new ArrayList<>();
    private final List<byte[]> changes = new ArrayList<>();
    private final ByteArrayOutputStream text = new ByteArrayOutputStream(4096);

    BlockMaking() {
        put("{\"batches\":[");
    }

    boolean isEmpty() {
        return batches.isEmpty();
    }

    /** Adds a batch with the texts of its transactions. */
    void add(CommittedBatch batch, List<Prepared> prepared) {
        put(batches.isEmpty() ? "{\"transactions\":[" : ",{\"transactions\":[");
        String before = "";
        for (Prepared each : prepared) {
            put(before);
            text.writeBytes(each.text());
            before = ",";
        }
        put("],\"writes\":[");
        before = "";
        for (StateEntry write : batch.writes()) {
            String written = CanonicalJson.write(write);
            put(before);
            put(written);
            before = ",";
            // as Block.changeLeaves says
            changes.add(utf8("{\"batch\":" + batches.size() + ",\"write\":" + written + '}'));
        }
        put("]}");
        batches.add(batch);
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
        String signature =
                Base64.getEncoder().encodeToString(signer.sign(header.hash().bytes()));
        put("],\"header\":" + CanonicalJson.write(header) + ",\"signature\":\"" + signature + "\"}");
        return BlockText.of(link.number(), text.toByteArray());
    }

    private void put(String part) {
        text.writeBytes(utf8(part));
    }

    private static byte[] utf8(String part) {
        return part.getBytes(StandardCharsets.UTF_8);
    }
}
