package io.smartblocks.dsl.editor;

import java.util.List;

/** What came of renaming. */
public sealed interface Renamed {

    /** The changes that rename every use. */
    record Changes(List<Change> changes) implements Renamed {
        public Changes {
            changes = List.copyOf(changes);
        }
    }

    /** Why the new name will not do. */
    record Refused(String message) implements Renamed {}
}
