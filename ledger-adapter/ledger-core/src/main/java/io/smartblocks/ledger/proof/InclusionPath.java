package io.smartblocks.ledger.proof;

import java.util.ArrayList;
import java.util.List;

/** The hashes beside the way from one leaf to the root: proof that the leaf belongs to the tree. */
public record InclusionPath(int index, int size, List<Hash> beside) {

    public InclusionPath {
        beside = List.copyOf(beside);
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("leaf " + index + " of a tree of " + size + " leaves");
        }
        if (turns(index, size).size() != beside.size()) {
            throw new IllegalArgumentException("a path of " + beside.size() + " hashes cannot lead from leaf " + index
                    + " to the root of " + size + " leaves");
        }
    }

    /** The root that this path leads to from the given leaf. */
    public Hash rootFrom(byte[] leaf) {
        List<Boolean> turns = turns(index, size);
        byte[] hash = MerkleTree.leafHash(leaf);
        for (int i = 0; i < beside.size(); i++) {
            byte[] other = beside.get(i).bytes();
            hash = turns.get(i) ? MerkleTree.nodeHash(other, hash) : MerkleTree.nodeHash(hash, other);
        }
        return Hash.ofDigest(hash);
    }

    /** Whether the leaf stands in the tree with this root. */
    public boolean leads(byte[] leaf, Hash root) {
        return rootFrom(leaf).equals(root);
    }

    /** Whether each node on the way up is the right one of its pair, beginning at the leaf. */
    private static List<Boolean> turns(int index, int size) {
        List<Boolean> turns = new ArrayList<>();
        int place = index;
        int width = size;
        while (width > 1) {
            int split = MerkleTree.split(width);
            boolean right = place >= split;
            turns.add(0, right);
            place = right ? place - split : place;
            width = right ? width - split : split;
        }
        return turns;
    }
}
