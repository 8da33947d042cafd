package io.smartblocks.ledger.meter.validation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * Finds amounts far above the median of those at the same time of day in the days before, and above all others of those
 * days: a home that cooks an hour earlier is no spike. What was flagged counts no more.
 */
final class SpikeRule {

    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private final Thresholds thresholds;
    private final int days;
    private final Map<LocalTime, Deque<Dated>> like = new HashMap<>();
    private final Deque<Dated> largest = new ArrayDeque<>();

    /** A rule that looks back over so many days. */
    SpikeRule(Thresholds thresholds, int days) {
        this.thresholds = thresholds;
        this.days = days;
    }

    private record Dated(LocalDate day, BigDecimal amount) {}

    void next(Value value, LocalDate day, LocalTime time, BigDecimal amount) {
        if (amount.signum() == 0 || value.wasSpike()) {
            return;
        }
        Deque<Dated> before = like.computeIfAbsent(time, unseen -> new ArrayDeque<>());
        forget(before, day);
        forget(largest, day);
        BigDecimal size = amount.abs();
        if (isSpike(value, size, before)) {
            value.mark(Flag.SPIKE, words(value, amount, twiceTheMedian(before), before.size()));
            return;
        }
        before.addLast(new Dated(day, size));
        if (largest.isEmpty() || !largest.getLast().day().equals(day)) {
            largest.addLast(new Dated(day, size));
        } else if (largest.getLast().amount().compareTo(size) < 0) {
            largest.removeLast();
            largest.addLast(new Dated(day, size));
        }
    }

    private boolean isSpike(Value value, BigDecimal size, Deque<Dated> before) {
        return value.isNew()
                && before.size() >= thresholds.likeAtLeast()
                && size.multiply(TWO).compareTo(thresholds.spikeFactor().multiply(twiceTheMedian(before))) > 0
                && largest.stream().allMatch(other -> other.amount().compareTo(size) < 0);
    }

    private void forget(Deque<Dated> amounts, LocalDate day) {
        LocalDate oldest = day.minusDays(days);
        while (!amounts.isEmpty() && amounts.getFirst().day().isBefore(oldest)) {
            amounts.removeFirst();
        }
    }

    private String words(Value value, BigDecimal amount, BigDecimal twice, int count) {
        String median = twice.divide(TWO).stripTrailingZeros().toPlainString();
        return amount.toPlainString() + " " + value.marks().unit() + " is more than "
                + thresholds.spikeFactor().toPlainString() + " times " + median + ", the median of the " + count
                + " readings other than 0 at this time of day in the " + days
                + " days before, and more than any other in them";
    }

    private static BigDecimal twiceTheMedian(Deque<Dated> amounts) {
        BigDecimal[] sorted = amounts.stream().map(Dated::amount).sorted().toArray(BigDecimal[]::new);
        int middle = sorted.length / 2;
        return sorted[middle].add(sorted[(sorted.length - 1) / 2]);
    }
}
