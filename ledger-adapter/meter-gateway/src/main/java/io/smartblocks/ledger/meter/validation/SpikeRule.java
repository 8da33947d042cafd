package io.smartblocks.ledger.meter.validation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** Finds amounts far above the median of those at the same time of day in the days before. */
final class SpikeRule {

    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private final Thresholds thresholds;
    private final int days;
    private final Map<LocalTime, Deque<Dated>> like = new HashMap<>();

    /** A rule that looks back over so many days. */
    SpikeRule(Thresholds thresholds, int days) {
        this.thresholds = thresholds;
        this.days = days;
    }

    private record Dated(LocalDate day, BigDecimal amount) {}

    void next(Value value, LocalDate day, LocalTime time, BigDecimal amount) {
        Deque<Dated> before = like.computeIfAbsent(time, unseen -> new ArrayDeque<>());
        LocalDate oldest = day.minusDays(days);
        while (!before.isEmpty() && before.getFirst().day().isBefore(oldest)) {
            before.removeFirst();
        }
        if (value.isNew() && before.size() >= thresholds.likeAtLeast() && amount.signum() != 0) {
            BigDecimal twice = twiceTheMedian(before);
            if (amount.abs().multiply(TWO).compareTo(thresholds.spikeFactor().multiply(twice)) > 0) {
                value.mark(Flag.SPIKE, words(value, amount, twice, before.size()));
            }
        }
        if (amount.signum() != 0) {
            before.addLast(new Dated(day, amount.abs()));
        }
    }

    private String words(Value value, BigDecimal amount, BigDecimal twice, int count) {
        String median = twice.divide(TWO).stripTrailingZeros().toPlainString();
        return amount.toPlainString() + " " + value.marks().unit() + " is more than "
                + thresholds.spikeFactor().toPlainString() + " times " + median + ", the median of the " + count
                + " readings other than 0 at this time of day in the " + days + " days before";
    }

    private static BigDecimal twiceTheMedian(Deque<Dated> amounts) {
        BigDecimal[] sorted = amounts.stream().map(Dated::amount).sorted().toArray(BigDecimal[]::new);
        int middle = sorted.length / 2;
        return sorted[middle].add(sorted[(sorted.length - 1) / 2]);
    }
}
