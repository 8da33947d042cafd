package io.smartblocks.dsl.diff;

import java.util.List;

/** All that differs between two versions; what only moved or is only laid out in another way does not. */
public record Difference(List<Change> changes) {
    public Difference {
        changes = List.copyOf(changes);
    }

    /** True if both versions mean the same. */
    public boolean isNone() {
        return changes.stream().allMatch(change -> change.kind() == Change.Kind.REWORDED);
    }
}
