package io.smartblocks.runtime.bench;

import io.smartblocks.ledger.identity.KeyPair;
import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.identity.Signer;
import io.smartblocks.ledger.proof.MerkleTree;
import java.util.List;

/**
 * Signs statements as a sweep does: up to a hundred by one signature over the root of the tree of their digests, each with
 * its way to that root. What rules and what plain Java made is signed alike.
 */
final class Signing {

    private static final int TOGETHER = 100;

    private final Signer signer = Signer.of(new MemberId("bench"), KeyPair.generate());

    /** The length of all statements, with what was added to them. */
    long signed(List<byte[]> statements) {
        long length = 0;
        for (int from = 0; from < statements.size(); from += TOGETHER) {
            length += together(statements.subList(from, Math.min(statements.size(), from + TOGETHER)));
        }
        return length;
    }

    private long together(List<byte[]> statements) {
        MerkleTree tree = MerkleTree.over(statements);
        long length = signer.sign(tree.root().bytes()).length;
        for (int i = 0; i < statements.size(); i++) {
            length += statements.get(i).length + tree.pathOf(i).beside().size();
        }
        return length;
    }
}
