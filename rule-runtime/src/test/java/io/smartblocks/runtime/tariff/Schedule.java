package io.smartblocks.runtime.tariff;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Which period of a tariff holds at each hour of the weekdays and weekends of each month, months counted from zero. */
final class Schedule {

    private static final int HOURS = 24;
    private static final int[] TOLD_BY = {0, 5, 11, 17};

    private final int[][] weekday;
    private final int[][] weekend;

    Schedule(int[][] weekday, int[][] weekend) {
        this.weekday = weekday;
        this.weekend = weekend;
    }

    SortedSet<Integer> periods() {
        return IntStream.range(0, 12)
                .boxed()
                .flatMap(month -> in(month).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    SortedSet<Integer> in(int month) {
        return IntStream.concat(Arrays.stream(weekday[month]), Arrays.stream(weekend[month]))
                .boxed()
                .collect(Collectors.toCollection(TreeSet::new));
    }

    SortedSet<Integer> monthsOf(int period) {
        return IntStream.range(0, 12)
                .filter(month -> in(month).contains(period))
                .boxed()
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** True if no month has several periods. */
    boolean isSeasonal() {
        return IntStream.range(0, 12).allMatch(month -> in(month).size() == 1);
    }

    /**
     * Where what is left of a period goes when the month changes: to the period of the next month at the same time of the
     * day, of the four times a day at which the tariff is looked at; nowhere if the period holds at none of them.
     */
    Optional<Integer> heir(int period, int month) {
        for (int hour : TOLD_BY) {
            if (weekday[month][hour] == period) {
                return Optional.of(weekday[(month + 1) % 12][hour]);
            }
        }
        return Optional.empty();
    }

    /** The condition under which one of some periods holds; nothing if one always does. */
    Optional<String> when(Set<Integer> periods, Seasons seasons) {
        Map<List<BitSet>, Set<Integer>> patterns = new LinkedHashMap<>();
        for (int month = 0; month < 12; month++) {
            List<BitSet> pattern = List.of(hours(weekday[month], periods), hours(weekend[month], periods));
            if (!pattern.stream().allMatch(BitSet::isEmpty)) {
                patterns.computeIfAbsent(pattern, each -> new TreeSet<>()).add(month);
            }
        }
        List<String> parts = new ArrayList<>();
        patterns.forEach((pattern, months) -> seasons.in(months).forEach(season -> {
            if (pattern.get(0).equals(pattern.get(1))) {
                parts.addAll(parts("", pattern.get(0), season));
            } else {
                parts.addAll(parts("a weekday", pattern.get(0), season));
                parts.addAll(parts("a weekend", pattern.get(1), season));
            }
        }));
        return parts.contains("it is") ? Optional.empty() : Optional.of(String.join(" or ", parts));
    }

    private static List<String> parts(String day, BitSet hours, String season) {
        return spans(hours).stream()
                .map(span -> ("it is " + day + " " + span + " " + season)
                        .replaceAll(" +", " ")
                        .strip())
                .toList();
    }

    /** The runs of some hours; a run that reaches midnight goes on with that which begins there. */
    private static List<String> spans(BitSet hours) {
        if (hours.cardinality() == HOURS) {
            return List.of("");
        }
        List<String> spans = new ArrayList<>();
        for (int hour = 0; hour < HOURS; hour++) {
            if (hours.get(hour) && !hours.get((hour + HOURS - 1) % HOURS)) {
                int end = hour;
                while (hours.get(end % HOURS)) {
                    end++;
                }
                spans.add("from %02d:00 to %02d:00".formatted(hour, end % HOURS));
            }
        }
        return spans;
    }

    private static BitSet hours(int[] day, Set<Integer> periods) {
        BitSet hours = new BitSet(HOURS);
        IntStream.range(0, HOURS).filter(hour -> periods.contains(day[hour])).forEach(hours::set);
        return hours;
    }
}
