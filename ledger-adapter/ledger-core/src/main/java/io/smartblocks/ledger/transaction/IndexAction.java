package io.smartblocks.ledger.transaction;

import io.smartblocks.ledger.identity.MemberId;
import java.util.List;

/** Actions of the family {@code index}. */
public sealed interface IndexAction extends Payload {

    @Override
    default String family() {
        return "index";
    }

    /** An index is registered with the organisation that publishes it. */
    record RegisterIndex(IndexId index, MemberId publisher, String label, String unit) implements IndexAction {}

    /** Values are published for ranges of days that have none yet. */
    record PublishIndexValues(IndexId index, List<IndexValue> values) implements IndexAction {
        public PublishIndexValues {
            values = List.copyOf(values);
        }
    }

    /** A published value is replaced for exactly its range, for a stated reason. */
    record CorrectIndexValue(IndexId index, IndexValue value, String reason) implements IndexAction {}
}
