package io.smartblocks.ledger.transaction;

import io.smartblocks.ledger.identity.MemberId;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Actions of the family {@code index}. */
public sealed interface IndexAction extends Payload {

    @Override
    default String family() {
        return "index";
    }

    /** The index it is about. */
    IndexId index();

    /**
     * An index is registered with the organisation that publishes it.
     *
     * @param index the index's id
     * @param publisher the organisation whose members publish its values
     * @param label what people call it
     * @param unit the unit of its values, such as {@code EUR per kWh}
     * @param interval how long each value holds, where there are several a day; without, a value holds for a range of days
     * @param zone the time zone of its days; stated just where an interval is
     */
    record RegisterIndex(
            IndexId index,
            MemberId publisher,
            String label,
            String unit,
            Optional<Interval> interval,
            Optional<ZoneId> zone)
            implements IndexAction {

        /** An index whose values hold for ranges of days. */
        public RegisterIndex(IndexId index, MemberId publisher, String label, String unit) {
            this(index, publisher, label, unit, Optional.empty(), Optional.empty());
        }
    }

    /** Values are published for ranges of days that have none yet. */
    record PublishIndexValues(IndexId index, List<IndexValue> values) implements IndexAction {
        public PublishIndexValues {
            values = List.copyOf(values);
        }
    }

    /** A published value is replaced for exactly its range, for a stated reason. */
    record CorrectIndexValue(IndexId index, IndexValue value, String reason) implements IndexAction {}

    /** Values of one day are published, or those that were missing are filled in. */
    record PublishIndexPage(IndexPage page) implements IndexAction {
        @Override
        public IndexId index() {
            return page.index();
        }
    }

    /** Values already published are replaced, for a stated reason; missing values of the page change nothing. */
    record CorrectIndexPage(IndexPage page, String reason) implements IndexAction {
        @Override
        public IndexId index() {
            return page.index();
        }
    }
}
