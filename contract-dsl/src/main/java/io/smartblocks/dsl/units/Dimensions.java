package io.smartblocks.dsl.units;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Products of base units. */
final class Dimensions {

    private Dimensions() {}

    /** {@code left * right^power}. */
    static SortedMap<String, Integer> product(Map<String, Integer> left, Map<String, Integer> right, int power) {
        SortedMap<String, Integer> together = new TreeMap<>(left);
        right.forEach((name, count) -> add(together, name, count * power));
        return together;
    }

    static void add(SortedMap<String, Integer> dimensions, String name, int power) {
        dimensions.merge(name, power, Integer::sum);
        dimensions.remove(name, 0);
    }

    /** The words for these dimensions in base units; kWh for each hour is kW. */
    static String symbol(SortedMap<String, Integer> dimensions) {
        SortedMap<String, Integer> left = new TreeMap<>(dimensions);
        int energy = left.getOrDefault("kWh", 0);
        int hours = left.getOrDefault("hour", 0);
        if (energy * hours < 0) {
            int powers = Math.min(Math.abs(energy), Math.abs(hours)) * Integer.signum(energy);
            add(left, "kWh", -powers);
            add(left, "hour", powers);
            add(left, "kW", powers);
        }
        List<String> above = words(left, 1);
        if (!above.isEmpty()) {
            int last = above.size() - 1;
            above.set(last, UnitTable.plural(above.get(last)));
        }
        StringBuilder text = new StringBuilder(String.join(" ", above));
        for (String below : words(left, -1)) {
            text.append(text.isEmpty() ? "per " : " per ").append(below);
        }
        return text.toString();
    }

    private static List<String> words(SortedMap<String, Integer> dimensions, int sign) {
        List<String> words = new ArrayList<>();
        dimensions.forEach((name, power) -> {
            for (int i = 0; i < power * sign; i++) {
                words.add(name);
            }
        });
        return words;
    }
}
