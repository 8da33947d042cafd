package io.smartblocks.ledger.meter.validation;

import io.smartblocks.ledger.transaction.Interval;
import io.smartblocks.ledger.transaction.MeterId;
import io.smartblocks.ledger.transaction.ReadingsPage;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * The meter of amounts that a register sums.
 *
 * @param histories where its readings are looked for, the first that has one first
 */
public record CheckedMeter(MeterId id, Interval interval, ZoneId zone, List<History> histories) {

    public CheckedMeter {
        histories = List.copyOf(histories);
    }

    /** The exact sum of its readings from one instant to the other, and what of it is not known. */
    IntervalSum between(Instant from, Instant to) {
        IntervalSum.Adding sum = new IntervalSum.Adding();
        Instant reached = from;
        while (reached.isBefore(to)) {
            LocalDate day = LocalDate.ofInstant(reached, zone);
            List<ReadingsPage> pages = histories.stream()
                    .flatMap(history -> history.on(day).stream())
                    .toList();
            int places = interval.valuesOn(day, zone);
            int place = 0;
            while (place < places && interval.startOf(day, zone, place).isBefore(reached)) {
                place++;
            }
            boolean begins =
                    place < places && interval.startOf(day, zone, place).equals(reached);
            if (!begins) {
                return sum.cutAt(reached);
            }
            for (; place < places && reached.isBefore(to); place++) {
                Instant end = interval.startOf(day, zone, place + 1);
                if (end.isAfter(to)) {
                    return sum.cutAt(to);
                }
                sum.add(reached, amount(pages, place));
                reached = end;
            }
        }
        return sum.sum();
    }

    private static Optional<BigDecimal> amount(List<ReadingsPage> pages, int place) {
        return pages.stream()
                .filter(page -> place < page.values().size())
                .flatMap(page -> page.valueAt(place).stream())
                .findFirst();
    }
}
