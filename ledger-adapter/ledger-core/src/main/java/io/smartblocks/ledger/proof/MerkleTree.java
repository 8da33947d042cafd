package io.smartblocks.ledger.proof;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/** A tree of hashes over an ordered list of leaves, built as RFC 6962 says (leaves and nodes are hashed apart). */
public final class MerkleTree {

    private final List<byte[]> leaves;

    private MerkleTree(List<byte[]> leafHashes) {
        this.leaves = leafHashes;
    }

    /** The tree over the given leaves, in their order. */
    public static MerkleTree over(List<byte[]> leaves) {
        List<byte[]> hashes = new ArrayList<>(leaves.size());
        for (byte[] leaf : leaves) {
            hashes.add(leafHash(leaf));
        }
        return new MerkleTree(hashes);
    }

    /** The hash that stands for all leaves; the hash of nothing when there is none. */
    public Hash root() {
        return leaves.isEmpty() ? Hash.of(new byte[0]) : Hash.ofDigest(rootOf(leaves));
    }

    /** The way from one leaf up to the root. */
    public InclusionPath pathOf(int index) {
        if (index < 0 || index >= leaves.size()) {
            throw new IllegalArgumentException("leaf " + index + " of a tree of " + leaves.size() + " leaves");
        }
        List<Hash> way = new ArrayList<>();
        collect(leaves, index, way);
        return new InclusionPath(index, leaves.size(), way);
    }

    private static void collect(List<byte[]> part, int index, List<Hash> way) {
        if (part.size() == 1) {
            return;
        }
        int split = split(part.size());
        List<byte[]> left = part.subList(0, split);
        List<byte[]> right = part.subList(split, part.size());
        if (index < split) {
            collect(left, index, way);
            way.add(Hash.ofDigest(rootOf(right)));
        } else {
            collect(right, index - split, way);
            way.add(Hash.ofDigest(rootOf(left)));
        }
    }

    private static byte[] rootOf(List<byte[]> part) {
        if (part.size() == 1) {
            return part.get(0);
        }
        int split = split(part.size());
        return nodeHash(rootOf(part.subList(0, split)), rootOf(part.subList(split, part.size())));
    }

    static int split(int size) {
        return Integer.highestOneBit(size - 1);
    }

    static byte[] leafHash(byte[] leaf) {
        MessageDigest digest = Hash.sha256();
        digest.update((byte) 0);
        return digest.digest(leaf);
    }

    static byte[] nodeHash(byte[] left, byte[] right) {
        MessageDigest digest = Hash.sha256();
        digest.update((byte) 1);
        digest.update(left);
        return digest.digest(right);
    }
}
