package io.smartblocks.runtime.rules;

import io.smartblocks.dsl.units.Exact;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;

/** Computes a value again from those that are shown below it. */
final class Recomputing {

    private Recomputing() {}

    static Exact of(Derived node) {
        List<Exact> parts = node.parts().stream().map(Derived::value).toList();
        return switch (node.how()) {
            case CONSTANT, TAKEN, TOLD_ABOVE -> node.value();
            case TERM, CASE -> parts.get(0);
            case PLUS, TOTAL -> joined(parts, Exact::plus);
            case TIMES -> joined(parts, Exact::times);
            case LESSER, AT_MOST, LOWEST -> joined(parts, Exact::min);
            case GREATER, AT_LEAST, HIGHEST -> joined(parts, Exact::max);
            case MINUS -> parts.get(0).minus(parts.get(1));
            case DIVIDED_BY -> parts.get(0).dividedBy(parts.get(1));
            case EXCESS -> parts.get(0).minus(parts.get(1)).max(Exact.ZERO);
            case STEPS -> parts.get(0).times(parts.get(1).dividedBy(parts.get(2)));
            case FULL_STEPS ->
                parts.get(0)
                        .times(Exact.of(parts.get(1)
                                .dividedBy(parts.get(2))
                                .max(Exact.ZERO)
                                .toDecimal(0, RoundingMode.FLOOR)));
            case AVERAGE -> joined(parts, Exact::plus).dividedBy(Exact.of(parts.size()));
            case RISING -> raised(parts);
            case BANDS -> banded(parts);
            case ROUNDED ->
                node.rounding()
                        .map(rule -> parts.get(0).roundedTo(rule.step().value(), rule.mode()))
                        .orElseThrow();
        };
    }

    private static Exact joined(List<Exact> parts, BinaryOperator<Exact> with) {
        return parts.stream().reduce(with).orElseThrow();
    }

    private static Exact raised(List<Exact> parts) {
        Exact result = parts.get(0);
        for (Exact left = parts.get(2); left.signum() > 0; left = left.minus(Exact.ONE)) {
            result = result.times(Exact.ONE.plus(parts.get(1)));
        }
        return result;
    }

    private static Exact banded(List<Exact> parts) {
        List<Exact> ends = new ArrayList<>();
        List<Exact> rates = new ArrayList<>();
        for (int i = 2; i < parts.size(); i++) {
            (i % 2 == 0 && i < parts.size() - 1 ? ends : rates).add(parts.get(i));
        }
        return new Bands(ends, rates).worth(parts.get(1), parts.get(0));
    }
}
