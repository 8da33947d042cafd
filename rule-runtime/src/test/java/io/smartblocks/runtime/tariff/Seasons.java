package io.smartblocks.runtime.tariff;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The seasons that an agreement needs: runs of months, which may go over New Year; months are counted from zero. */
final class Seasons {

    private static final int[] DAYS = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    private final Map<String, String> declared = new LinkedHashMap<>();

    /** The words for lying in some months, such as {@code in May To October}; empty words for all twelve. */
    List<String> in(Set<Integer> months) {
        if (months.size() == 12) {
            return List.of("");
        }
        List<String> words = new ArrayList<>();
        for (int first : months) {
            if (!months.contains((first + 11) % 12)) {
                int last = first;
                while (months.contains((last + 1) % 12)) {
                    last = (last + 1) % 12;
                }
                words.add("in " + season(first, last));
            }
        }
        return words;
    }

    /** A condition that holds in some months. */
    String when(Set<Integer> months) {
        return in(months).stream().map(words -> "it is " + words).collect(Collectors.joining(" or "));
    }

    /** One value for all months, or cases by months, of which the most frequent takes the rest. */
    String cases(List<String> byMonth) {
        Map<String, Set<Integer>> months = IntStream.range(0, 12)
                .boxed()
                .collect(Collectors.groupingBy(
                        byMonth::get, LinkedHashMap::new, Collectors.toCollection(java.util.TreeSet::new)));
        String rest = months.keySet().stream()
                .max((one, other) -> Integer.compare(
                        months.get(one).size(), months.get(other).size()))
                .orElseThrow();
        String arms = months.keySet().stream()
                .filter(value -> !value.equals(rest))
                .map(value -> value + " when " + when(months.get(value)) + "; ")
                .collect(Collectors.joining());
        return arms.isEmpty() ? rest : arms + rest + " otherwise";
    }

    List<String> sentences() {
        return List.copyOf(declared.values());
    }

    private String season(int first, int last) {
        String from = name(first);
        String to = name(last);
        String season = first == last ? "Only " + from : from + " To " + to;
        declared.put(season, "season " + season + " is 1 " + from + " to " + DAYS[last] + " " + to + ".");
        return season;
    }

    private static String name(int month) {
        return Month.of(month + 1).getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }
}
