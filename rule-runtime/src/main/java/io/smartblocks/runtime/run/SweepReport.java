package io.smartblocks.runtime.run;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What one sweep did, period by period.
 *
 * @param node which runtime it was
 * @param zone whose periods it settled; empty for those of all zones
 * @param shard which part of the zone; -1 for all of it
 * @param stopped why it ended before all that was due had its turn: what it did not come to stays due
 */
public record SweepReport(
        String node,
        String zone,
        int shard,
        Instant startedAt,
        Instant endedAt,
        Took took,
        Took processor,
        Optional<String> stopped,
        List<Item> items) {

    public SweepReport {
        items = List.copyOf(items);
    }

    /** How long each step of a sweep took, added up over all that worked on it. */
    public record Took(Duration gathering, Duration settling, Duration committing, Duration concluding) {

        static final Took NOTHING = new Took(Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO);

        Took plus(Took other) {
            return new Took(
                    gathering.plus(other.gathering),
                    settling.plus(other.settling),
                    committing.plus(other.committing),
                    concluding.plus(other.concluding));
        }
    }

    /** What became of one period of one agreement; the message says why where it was not settled. */
    public record Item(String agreement, String period, LocalDate from, Result result, String message) {

        /** The step at which it was not settled: what a failure names first, else the settling itself. */
        public String step() {
            int end = message.indexOf(": ");
            return result == Result.FAILED && end > 0 ? message.substring(0, end) : "settling";
        }
    }

    /** How a period can come out of a sweep. */
    public enum Result {
        SETTLED,
        /** It was settled before, and is settled again on what has changed since. */
        CORRECTED,
        /** It was to be settled again, but stays as it is. */
        UNCHANGED,
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

    /** True if all that was due had its turn. */
    public boolean isComplete() {
        return stopped.isEmpty();
    }
}
