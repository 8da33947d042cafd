package io.smartblocks.dsl.names;

import io.smartblocks.dsl.agreement.Expr;
import io.smartblocks.dsl.units.Exact;
import io.smartblocks.dsl.units.Unit;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.Set;

/** Knows the usual mixtures of units and what was probably meant. */
final class UnitHints {

    private static final Set<String> TEMPERATURES = Set.of("°C", "°F");

    private UnitHints() {}

    /** What to write where {@code second} does not go with {@code first}, the unit that is wanted if {@code only} that. */
    static Optional<String> of(Expr first, Expr second, boolean only) {
        if (isTemperature(first.unit()) && isTemperature(second.unit())) {
            return Optional.of(temperature(first.unit(), second));
        }
        if (isShare(first) && !second.unit().isFactor() && !only) {
            return Optional.of("say of what it is a share: `%s of …`".formatted(written(first)));
        }
        if (isShare(second) && !first.unit().isFactor()) {
            return Optional.of("say of what it is a share: `%s of …`".formatted(written(second)));
        }
        boolean figure = second instanceof Expr.Constant;
        return only && figure ? Optional.of("write a figure in " + first.unit().symbol()) : Optional.empty();
    }

    private static boolean isTemperature(Unit unit) {
        return unit.dimensions().size() == 1
                && TEMPERATURES.contains(unit.dimensions().firstKey())
                && unit.dimensions().get(unit.dimensions().firstKey()) == 1;
    }

    private static String temperature(Unit wanted, Expr other) {
        if (!(other instanceof Expr.Constant figure)) {
            return "let both be in %s: the language does not convert temperatures".formatted(wanted.symbol());
        }
        Exact nine = Exact.parse("9/5");
        Exact zero = Exact.of(32, 0);
        Exact converted = wanted.symbol().equals("°F")
                ? figure.value().times(nine).plus(zero)
                : figure.value().minus(zero).dividedBy(nine);
        return "write it in %s: `%s %s`"
                .formatted(
                        wanted.symbol(),
                        converted
                                .toDecimal(1, RoundingMode.HALF_UP)
                                .stripTrailingZeros()
                                .toPlainString(),
                        wanted.symbol());
    }

    private static boolean isShare(Expr expr) {
        return expr instanceof Expr.Constant constant
                && constant.unit().symbol().equals("%");
    }

    private static String written(Expr share) {
        return ((Expr.Constant) share).value().dividedBy(Exact.parse("0.01")) + " %";
    }
}
