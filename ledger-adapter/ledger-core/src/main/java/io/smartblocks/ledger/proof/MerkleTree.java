package io.smartblocks.ledger.proof;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/** A tree of hashes over an ordered list of leaves, built as RFC 6962 says (leaves and nodes are hashed apart). */
public final class MerkleTree {

    /** From the hashes of the leaves up to the root alone; a node without a neighbour stands in the next level itself. */
    private final List<List<byte[]>> levels = new ArrayList<>();

    private MerkleTree(List<byte[]> leafHashes) {
        List<byte[]> level = leafHashes;
        levels.add(level);
        while (level.size() > 1) {
            level = above(level);
            levels.add(level);
        }
    }

    private static List<byte[]> above(List<byte[]> level) {
        List<byte[]> above = new ArrayList<>((level.size() + 1) / 2);
        for (int i = 0; i < level.size(); i += 2) {
            above.add(i + 1 < level.size() ? nodeHash(level.get(i), level.get(i + 1)) : level.get(i));
        }
        return above;
    }

    /** The tree over the given leaves, in their order. */
    public static MerkleTree over(List<byte[]> leaves) {
        List<byte[]> hashes = new ArrayList<>(leaves.size());
        for (byte[] leaf : leaves) {
            hashes.add(leafHash(leaf));
        }
        return new MerkleTree(hashes);
    }

    /** The tree over leaves of which only the hashes are kept. */
    public static MerkleTree overHashes(List<byte[]> leafHashes) {
        return new MerkleTree(List.copyOf(leafHashes));
    }

    /** The hash that stands for all leaves; the hash of nothing when there is none. */
    public Hash root() {
        List<byte[]> top = levels.get(levels.size() - 1);
        return top.isEmpty() ? Hash.of(new byte[0]) : Hash.ofDigest(top.get(0));
    }

    /** The way from one leaf up to the root. */
    public InclusionPath pathOf(int index) {
        int size = levels.get(0).size();
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("leaf " + index + " of a tree of " + size + " leaves");
        }
        List<Hash> way = new ArrayList<>(levels.size());
        int place = index;
        for (List<byte[]> level : levels) {
            int beside = place ^ 1;
            if (beside < level.size()) {
                way.add(Hash.ofDigest(level.get(beside)));
            }
            place /= 2;
        }
        return new InclusionPath(index, size, way);
    }

    /** The hash of a leaf that is given in parts. */
    public static byte[] leafHash(byte[]... parts) {
        MessageDigest digest = Hash.sha256();
        digest.update((byte) 0);
        for (byte[] part : parts) {
            digest.update(part);
        }
        return digest.digest();
    }

    static byte[] nodeHash(byte[] left, byte[] right) {
        MessageDigest digest = Hash.sha256();
        digest.update((byte) 1);
        digest.update(left);
        return digest.digest(right);
    }
}
