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
    }

    /** The root that this path leads to from the given leaf, whose length must fit the tree's shape. */
    public Hash rootFrom(byte[] leaf) {
        List<Boolean> turns = new ArrayList<>();
        collectTurns(index, size, turns);
        if (turns.size() != beside.size()) {
            throw new IllegalArgumentException("a path of " + beside.size() + " hashes cannot lead from leaf " + index
                    + " to the root of " + size + " leaves: expected " + turns.size());
        }
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

    private static void collectTurns(int index, int size, List<Boolean> turns) {
        if (size == 1) {
            return;
        }
        int split = MerkleTree.split(size);
        boolean right = index >= split;
        collectTurns(right ? index - split : index, right ? size - split : split, turns);
        turns.add(right);
    }
}
