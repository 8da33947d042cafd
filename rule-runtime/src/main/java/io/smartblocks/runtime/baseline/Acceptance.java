package io.smartblocks.runtime.baseline;

import io.smartblocks.dsl.agreement.Condition.Compare.Relation;
import io.smartblocks.dsl.agreement.Declaration.Baseline.Gate;
import io.smartblocks.runtime.baseline.fitting.Metrics;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** Whether a fit keeps the limits within which an agreement accepts it. */
public final class Acceptance {

    private Acceptance() {}

    /** What speaks against the fit, in the order of the limits: the statistic, its value and its limit. */
    public static List<String> objections(Fit fit, List<Gate> gates) {
        return gates.stream()
                .filter(gate -> !holds(gate, value(gate, fit.metrics())))
                .map(gate -> gate.statistic() + " is " + percent(value(gate, fit.metrics())) + ", and must be "
                        + words(gate.relation()) + " "
                        + percent(gate.limit().value().toDecimal(12, RoundingMode.HALF_EVEN)))
                .toList();
    }

    /** A bias counts whichever way it goes. */
    private static BigDecimal value(Gate gate, Metrics metrics) {
        return switch (gate.statistic()) {
            case CVRMSE -> metrics.cvrmse();
            case NMBE -> metrics.nmbe().abs();
            case R2 -> metrics.r2();
        };
    }

    private static boolean holds(Gate gate, BigDecimal value) {
        int order = value.compareTo(gate.limit().value().toDecimal(12, RoundingMode.HALF_EVEN));
        return switch (gate.relation()) {
            case ABOVE -> order > 0;
            case AT_LEAST -> order >= 0;
            case BELOW -> order < 0;
            case AT_MOST -> order <= 0;
            case EQUAL_TO -> order == 0;
        };
    }

    private static String words(Relation relation) {
        return switch (relation) {
            case ABOVE -> "above";
            case AT_LEAST -> "at least";
            case BELOW -> "below";
            case AT_MOST -> "at most";
            case EQUAL_TO -> "equal to";
        };
    }

    private static String percent(BigDecimal share) {
        BigDecimal percent =
                share.movePointRight(2).setScale(4, RoundingMode.HALF_EVEN).stripTrailingZeros();
        return (percent.scale() < 0 ? percent.setScale(0) : percent).toPlainString() + " %";
    }
}
