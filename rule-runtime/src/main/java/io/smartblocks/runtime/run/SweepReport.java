package io.smartblocks.runtime.run;

import java.time.LocalDate;
import java.util.List;

/** What one sweep did, period by period. */
public record SweepReport(List<Item> items) {

    public SweepReport {
        items = List.copyOf(items);
    }

    /** What became of one period of one agreement; the message says why where it was not settled. */
    public record Item(String agreement, String period, LocalDate from, Result result, String message) {}

    /** How a period can come out of a sweep. */
    public enum Result {
        SETTLED,
        HELD,
        REFUSED,
        FAILED,
        ALREADY_SETTLED,
        /** All of the agreement is settled, and it was closed. */
        CLOSED
    }

    /** How many periods came out so. */
    public long count(Result result) {
        return items.stream().filter(item -> item.result() == result).count();
    }

    /** True if nothing was due. */
    public boolean isEmpty() {
        return items.isEmpty();
    }
}
