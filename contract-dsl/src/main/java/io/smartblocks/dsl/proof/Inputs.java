package io.smartblocks.dsl.proof;

import static io.smartblocks.dsl.proof.Formula.atMost;

import io.smartblocks.dsl.agreement.CalendarTest;
import io.smartblocks.dsl.agreement.Declaration;
import io.smartblocks.dsl.agreement.Expr;
import io.smartblocks.dsl.agreement.Expr.Aggregate;
import io.smartblocks.dsl.agreement.Window;
import io.smartblocks.dsl.units.Exact;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** What is known of figures that nothing in the text computes: lengths of time, totals of parts, limits of parameters. */
final class Inputs {

    private static final Linear ZERO = Linear.of(Exact.ZERO);

    private final Encoding encoding;
    private final Known known;
    private final Optional<Predicate<Expr>> ordinary;
    private final Map<List<Object>, Map<Aggregate.Kind, Linear>> summaries = new HashMap<>();
    private final Map<List<Object>, Map<Optional<CalendarTest>, Linear>> totals = new LinkedHashMap<>();

    Inputs(Encoding encoding, Known known, Optional<Predicate<Expr>> ordinary) {
        this.encoding = encoding;
        this.known = known;
        this.ordinary = ordinary;
    }

    void bound(Expr expr, Linear unknown) {
        if (expr instanceof Expr.CalendarCount count) {
            Range range = new Lengths(known).of(count);
            range.low().ifPresent(low -> encoding.require(atMost(Linear.of(low.value()), unknown)));
            range.high().ifPresent(high -> encoding.require(atMost(unknown, Linear.of(high.value()))));
        } else if (expr instanceof Aggregate aggregate) {
            aggregate(aggregate, unknown);
        } else if (expr instanceof Expr.Reference reference && reference.kind() == Expr.Reference.Kind.PARAMETER) {
            known.thing(reference.name(), Declaration.Parameter.class).ifPresent(it -> parameter(it, unknown));
        } else if (expr instanceof Expr.TimeLate
                || expr instanceof Expr.HoursDuring
                || expr instanceof Expr.DegreeHours
                || ordinary.isPresent() && isUsuallyNotNegative(expr)) {
            encoding.require(atMost(ZERO, unknown));
        }
    }

    private void parameter(Declaration.Parameter parameter, Linear unknown) {
        parameter.atLeast().ifPresent(least -> encoding.require(atMost(Linear.of(least.value()), unknown)));
        parameter.atMost().ifPresent(most -> encoding.require(atMost(unknown, Linear.of(most.value()))));
    }

    private void aggregate(Aggregate aggregate, Linear unknown) {
        if (isNotNegative(aggregate.of())) {
            encoding.require(atMost(ZERO, unknown));
            if (aggregate.kind() == Aggregate.Kind.TOTAL) {
                totals.computeIfAbsent(List.of(aggregate.of(), aggregate.over()), it -> new LinkedHashMap<>())
                        .put(aggregate.during(), unknown);
            }
        }
        Map<Aggregate.Kind, Linear> same = summaries.computeIfAbsent(
                List.of(aggregate.of(), aggregate.during(), aggregate.over()), it -> new HashMap<>());
        same.put(aggregate.kind(), unknown);
        ordered(same, Aggregate.Kind.LOWEST, Aggregate.Kind.AVERAGE);
        ordered(same, Aggregate.Kind.AVERAGE, Aggregate.Kind.HIGHEST);
        ordered(same, Aggregate.Kind.LOWEST, Aggregate.Kind.HIGHEST);
    }

    private void ordered(Map<Aggregate.Kind, Linear> same, Aggregate.Kind low, Aggregate.Kind high) {
        if (same.containsKey(low) && same.containsKey(high)) {
            encoding.require(atMost(same.get(low), same.get(high)));
        }
    }

    /** True if an expression is zero or more where inputs are taken for that. */
    boolean isNotNegative(Expr expr) {
        return ordinary.filter(it -> it.test(expr)).isPresent();
    }

    /** Readings, prices, facts and what documents say are zero or more unless someone means them otherwise. */
    static boolean isUsuallyNotNegative(Expr expr) {
        boolean plain = !(expr instanceof Expr.Reference reference)
                || switch (reference.kind()) {
                    case ADJUSTMENT, PARAMETER, TERM -> false;
                    default -> true;
                };
        return plain && !expr.unit().dimensions().containsKey("°C");
    }

    /** Totals of parts of a period that do not overlap are together at most that of the whole. */
    List<Formula> together() {
        List<Formula> formulas = new ArrayList<>();
        totals.forEach((key, parts) -> {
            Linear sum = ZERO;
            List<CalendarTest> apart = new ArrayList<>();
            for (Map.Entry<Optional<CalendarTest>, Linear> part : parts.entrySet()) {
                if (part.getKey().isPresent() && parts.containsKey(Optional.<CalendarTest>empty())) {
                    formulas.add(atMost(part.getValue(), parts.get(Optional.<CalendarTest>empty())));
                    CalendarTest test = part.getKey().orElseThrow();
                    if (apart.stream().noneMatch(other -> CalendarOverlap.possible(test, other, known.seasons()))) {
                        apart.add(test);
                        sum = sum.plus(part.getValue());
                    }
                }
            }
            if (!apart.isEmpty()) {
                formulas.add(atMost(sum, parts.get(Optional.<CalendarTest>empty())));
            }
        });
        return formulas;
    }

    /** The window of an aggregate of this settlement's period, if it is one. */
    static Optional<Window> window(Expr expr) {
        if (expr instanceof Aggregate aggregate) {
            return Optional.of(aggregate.over());
        }
        return expr instanceof Expr.CalendarCount count ? Optional.of(new Window(count.period(), 0)) : Optional.empty();
    }
}
