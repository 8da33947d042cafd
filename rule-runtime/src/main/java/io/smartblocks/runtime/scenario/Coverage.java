package io.smartblocks.runtime.scenario;

import java.util.List;
import java.util.Set;

/** Which ways of an agreement the scenarios went at least once. */
public record Coverage(List<Branch> branches, Set<Branch> gone) {
    public Coverage {
        branches = List.copyOf(branches);
        gone = Set.copyOf(gone);
    }

    /** The ways that no scenario went, in the order of the text. */
    public List<Branch> missed() {
        return branches.stream().filter(branch -> !gone.contains(branch)).toList();
    }

    /** How many ways of a kind there are. */
    public long count(Branch.Kind kind) {
        return branches.stream().filter(branch -> branch.kind() == kind).count();
    }

    /** How many of them were gone. */
    public long gone(Branch.Kind kind) {
        return gone.stream().filter(branch -> branch.kind() == kind).count();
    }

    /** The part of all ways that was gone, in whole percent, rounded down; all of none is a hundred. */
    public int percent() {
        return branches.isEmpty() ? 100 : gone.size() * 100 / branches.size();
    }
}
