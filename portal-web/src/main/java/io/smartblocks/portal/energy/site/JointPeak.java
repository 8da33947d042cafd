package io.smartblocks.portal.energy.site;

import io.smartblocks.ledger.readmodel.DayReadings;
import io.smartblocks.ledger.state.MeterState;
import io.smartblocks.ledger.transaction.Measure;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The interval in which meters read most together, where all of them tell it alike: with one unit and as many digits, what
 * flowed in each interval of the days of one zone.
 *
 * @param energy in the unit of the meters
 * @param at when the interval began
 */
record JointPeak(BigDecimal energy, Instant at) {

    /** So that no sum of a thousand meters is too large for a number of 64 bits. */
    private static final long LARGEST = Long.MAX_VALUE / 1_000;

    private static final int MOST_METERS = 1_000;

    static boolean fit(List<MeterState> meters, List<List<DayReadings>> pages) {
        return meters.size() < MOST_METERS
                && meters.stream().allMatch(meter -> isLike(meters.get(0), meter))
                && pages.stream()
                                .flatMap(List::stream)
                                .map(DayReadings::scale)
                                .distinct()
                                .count()
                        <= 1
                && pages.stream().flatMap(List::stream).allMatch(JointPeak::isSmall);
    }

    private static boolean isLike(MeterState one, MeterState other) {
        return other.measure() == Measure.INTERVAL
                && other.interval().withinDay()
                && other.interval().equals(one.interval())
                && other.unit().equals(one.unit())
                && other.zone().equals(one.zone());
    }

    private static boolean isSmall(DayReadings page) {
        for (long value : page.values()) {
            if (value != DayReadings.MISSING && (value > LARGEST || value < -LARGEST)) {
                return false;
            }
        }
        return true;
    }

    /** The first of the largest; intervals that a meter misses do not count. */
    static Optional<JointPeak> of(
            List<MeterState> meters, LocalDate from, LocalDate end, List<List<DayReadings>> pages) {
        Map<LocalDate, long[]> sums = new HashMap<>();
        Map<LocalDate, int[]> counts = new HashMap<>();
        pages.stream().flatMap(List::stream).forEach(page -> {
            int most = page.values().length;
            add(
                    page.values(),
                    sums.computeIfAbsent(page.day(), day -> new long[most]),
                    counts.computeIfAbsent(page.day(), day -> new int[most]));
        });
        MeterState any = meters.get(0);
        LocalDate best = from;
        int bestNumber = -1;
        for (LocalDate day = from; day.isBefore(end); day = day.plusDays(1)) {
            long[] sum = sums.getOrDefault(day, new long[0]);
            int length = Math.min(sum.length, any.interval().valuesOn(day, any.zone()));
            for (int number = 0; number < length; number++) {
                boolean all = counts.get(day)[number] == meters.size();
                if (all && (bestNumber < 0 || sum[number] > sums.get(best)[bestNumber])) {
                    best = day;
                    bestNumber = number;
                }
            }
        }
        if (bestNumber < 0) {
            return Optional.empty();
        }
        int scale =
                pages.stream().flatMap(List::stream).findFirst().orElseThrow().scale();
        return Optional.of(new JointPeak(
                BigDecimal.valueOf(sums.get(best)[bestNumber], scale),
                any.interval().startOf(best, any.zone(), bestNumber)));
    }

    private static void add(long[] values, long[] sums, int[] counts) {
        for (int number = 0; number < Math.min(values.length, sums.length); number++) {
            if (values[number] != DayReadings.MISSING) {
                sums[number] += values[number];
                counts[number]++;
            }
        }
    }
}
