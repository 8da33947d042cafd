package io.smartblocks.ledger.proof;

import java.util.List;

/** The hashes beside the way from one leaf to the root: proof that the leaf belongs to the tree. */
public record InclusionPath(int index, int size, List<Hash> beside) {

    public InclusionPath {
        beside = List.copyOf(beside);
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("leaf " + index + " of a tree of " + size + " leaves");
        }
        if (turns(index, size) != beside.size()) {
            throw new IllegalArgumentException("a path of " + beside.size() + " hashes cannot lead from leaf " + index
                    + " to the root of " + size + " leaves");
        }
    }

    /** The root that this path leads to from the given leaf. */
    public Hash rootFrom(byte[] leaf) {
        long rights = rights(index, size);
        byte[] hash = MerkleTree.leafHash(leaf);
        for (int i = 0; i < beside.size(); i++) {
            byte[] other = beside.get(i).bytes();
            hash = (rights >> i & 1) == 1 ? MerkleTree.nodeHash(other, hash) : MerkleTree.nodeHash(hash, other);
        }
        return Hash.ofDigest(hash);
    }

    /** Whether the leaf stands in the tree with this root. */
    public boolean leads(byte[] leaf, Hash root) {
        return rootFrom(leaf).equals(root);
    }

    /** How many nodes on the way up stand beside another. */
    private static int turns(int index, int size) {
        int turns = 0;
        int place = index;
        for (int last = size - 1; last > 0; last /= 2) {
            turns += isAlone(place, last) ? 0 : 1;
            place /= 2;
        }
        return turns;
    }

    /** Which of these nodes are the right one of their pair: a bit for each, that of the leaf lowest. */
    private static long rights(int index, int size) {
        long rights = 0;
        int turns = 0;
        int place = index;
        for (int last = size - 1; last > 0; last /= 2) {
            if (!isAlone(place, last)) {
                rights |= (long) (place & 1) << turns++;
            }
            place /= 2;
        }
        return rights;
    }

    /** The last node of a level has no neighbour where their number is odd. */
    private static boolean isAlone(int place, int last) {
        return place == last && last % 2 == 0;
    }
}
