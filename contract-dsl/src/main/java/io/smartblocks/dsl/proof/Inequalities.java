package io.smartblocks.dsl.proof;

import io.smartblocks.dsl.proof.Formula.Sign;
import io.smartblocks.dsl.units.Exact;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Solves equations and inequalities exactly: equations by substitution, inequalities by Fourier and Motzkin's elimination. */
final class Inequalities {

    private final Steps steps;
    private final Deque<Gone> gone = new ArrayDeque<>();
    private List<Sign> open;

    private Inequalities(List<Sign> signs, Steps steps) {
        this.open = signs;
        this.steps = steps;
    }

    /** An unknown that was eliminated, by what it equals or by the inequalities that bound it. */
    private record Gone(int number, Optional<Linear> equal, List<Sign> bounds) {}

    /** Values of the unknowns for which all hold, or nothing if there are none. */
    static Optional<Map<Integer, Exact>> solve(List<Sign> signs, Steps steps) {
        Inequalities system = new Inequalities(signs, steps);
        return system.eliminate() ? Optional.of(system.values()) : Optional.empty();
    }

    private boolean eliminate() {
        while (true) {
            steps.take(open.size());
            List<Sign> sums = new ArrayList<>();
            for (Sign sign : open) {
                if (!sign.sum().isFigure()) {
                    sums.add(sign);
                } else if (!sign.holds(sign.sum().figure().signum())) {
                    return false;
                }
            }
            if (sums.isEmpty()) {
                return true;
            }
            Optional<Sign> equation =
                    sums.stream().filter(sign -> sign.kind() == Sign.Kind.ZERO).findFirst();
            open = equation.isPresent() ? substituted(sums, equation.orElseThrow()) : crossed(sums, cheapest(sums));
        }
    }

    private List<Sign> substituted(List<Sign> sums, Sign equation) {
        int number = computed(equation.sum());
        Linear equal = equation.sum().solvedFor(number);
        gone.push(new Gone(number, Optional.of(equal), List.of()));
        List<Sign> rest = new ArrayList<>();
        for (Sign sign : sums) {
            if (sign != equation) {
                rest.add(new Sign(sign.sum().with(number, equal), sign.kind()));
            }
        }
        steps.take(rest.size());
        return rest;
    }

    /** The unknown that the others are better chosen for: one that counts once, or the last. */
    private static int computed(Linear sum) {
        return sum.factors().entrySet().stream()
                .filter(part -> part.getValue().equals(Exact.ONE)
                        || part.getValue().negated().equals(Exact.ONE))
                .map(Map.Entry::getKey)
                .max(Integer::compare)
                .orElseGet(() -> sum.factors().lastKey());
    }

    private List<Sign> crossed(List<Sign> sums, int number) {
        List<Sign> lows = new ArrayList<>();
        List<Sign> highs = new ArrayList<>();
        Set<Sign> rest = new java.util.LinkedHashSet<>();
        for (Sign sign : sums) {
            int direction = sign.sum().factor(number).signum();
            if (direction == 0) {
                rest.add(sign);
            } else {
                (direction < 0 ? lows : highs).add(sign);
            }
        }
        List<Sign> bounds = new ArrayList<>(lows);
        bounds.addAll(highs);
        gone.push(new Gone(number, Optional.empty(), bounds));
        steps.take((long) lows.size() * highs.size());
        for (Sign low : lows) {
            for (Sign high : highs) {
                Linear sum = low.sum()
                        .times(high.sum().factor(number))
                        .plus(high.sum().times(low.sum().factor(number).negated()));
                boolean strict = low.kind() == Sign.Kind.BELOW || high.kind() == Sign.Kind.BELOW;
                rest.add(new Sign(sum, strict ? Sign.Kind.BELOW : Sign.Kind.AT_MOST));
            }
        }
        return new ArrayList<>(rest);
    }

    /** The unknown whose elimination leaves the fewest inequalities. */
    private static int cheapest(List<Sign> sums) {
        Map<Integer, int[]> counts = new TreeMap<>();
        for (Sign sign : sums) {
            sign.sum()
                    .factors()
                    .forEach((number, factor) ->
                            counts.computeIfAbsent(number, it -> new int[2])[factor.signum() < 0 ? 0 : 1]++);
        }
        OptionalInt best = new TreeSet<>(counts.keySet())
                .stream()
                        .mapToInt(Integer::intValue)
                        .boxed()
                        .min(java.util.Comparator.comparingInt(it -> counts.get(it)[0] * counts.get(it)[1]))
                        .map(OptionalInt::of)
                        .orElseThrow();
        return best.getAsInt();
    }

    private Map<Integer, Exact> values() {
        Map<Integer, Exact> values = new HashMap<>();
        for (Gone each : gone) {
            each.equal().ifPresent(equal -> unbound(equal, values));
            values.put(
                    each.number(),
                    each.equal()
                            .map(equal -> equal.at(values))
                            .orElseGet(() -> range(each, values).neat()));
        }
        return values;
    }

    /** What nothing bounds has any value. */
    private static void unbound(Linear sum, Map<Integer, Exact> values) {
        sum.factors().keySet().forEach(number -> values.putIfAbsent(number, Range.ALL.neat()));
    }

    private static Range range(Gone each, Map<Integer, Exact> values) {
        Range range = Range.ALL;
        for (Sign bound : each.bounds()) {
            Exact factor = bound.sum().factor(each.number());
            unbound(bound.sum().with(each.number(), Linear.of(Exact.ZERO)), values);
            Exact end = bound.sum().solvedFor(each.number()).at(values);
            boolean included = bound.kind() != Sign.Kind.BELOW;
            range = factor.signum() < 0 ? range.above(end, included) : range.below(end, included);
        }
        return range;
    }
}
