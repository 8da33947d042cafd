package io.smartblocks.runtime.baseline.fitting;

import io.smartblocks.runtime.baseline.fitting.Curve.Side;
import io.smartblocks.runtime.baseline.fitting.Found.Shaped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The choice among degree-day models over a grid of balance points (CalTRACK 3.2 to 3.4): whole degrees Fahrenheit from 30
 * to 90, cooling not below heating, enough degree days, no negative coefficient, the best adjusted R2.
 */
final class DegreeDaySearch {

    private static final int LOWEST = 30;
    private static final int HIGHEST = 90;
    private static final double LEAST_DEGREE_DAYS = 20;

    /** What a fit must be better by than another, so that the last bit decides nothing. */
    private static final double BETTER = 1e-12;

    private final Observations rows;
    private final Recipe recipe;
    private final List<Found> qualified = new ArrayList<>();
    private int tried;

    DegreeDaySearch(Observations rows, Recipe recipe) {
        this.rows = rows;
        this.recipe = recipe;
    }

    /** The models whose slopes are significant enough and whose adjusted R2 is the best; of equals the first comes first. */
    List<Found> best() {
        offer(List.of());
        List<Column> heating = columns(Side.BELOW);
        heating.forEach(hdd -> offer(List.of(hdd)));
        if (recipe.cooling()) {
            List<Column> cooling = columns(Side.ABOVE);
            cooling.forEach(cdd -> offer(List.of(cdd)));
            for (Column cdd : cooling) {
                heating.stream()
                        .filter(hdd -> hdd.piece.at() <= cdd.piece.at())
                        .forEach(hdd -> offer(List.of(cdd, hdd)));
            }
        }
        List<Found> ranked = qualified.stream()
                .sorted(Comparator.comparingDouble((Found each) -> each.fit().adjustedR2())
                        .reversed())
                .toList();
        return ranked.stream()
                .filter(this::isSignificant)
                .findFirst()
                .map(first -> qualified.stream()
                        .filter(each -> first.fit().adjustedR2() - each.fit().adjustedR2() <= BETTER)
                        .filter(this::isSignificant)
                        .toList())
                .orElse(List.of());
    }

    int tried() {
        return tried;
    }

    int qualified() {
        return qualified.size();
    }

    /** Degree days of all rows for one balance point, and whether they are enough. */
    private record Column(Shaped piece, double[] degrees, boolean enough) {}

    private List<Column> columns(Side side) {
        List<Column> columns = new ArrayList<>();
        for (int at = LOWEST; at <= HIGHEST; at++) {
            double[] degrees = rows.each(side, at);
            double total = 0;
            int days = 0;
            for (int i = 0; i < degrees.length; i++) {
                total += degrees[i] * rows.weights()[i];
                days += degrees[i] > 0 ? 1 : 0;
            }
            boolean enough = total >= LEAST_DEGREE_DAYS && days >= recipe.leastDays();
            columns.add(new Column(new Shaped(side, at), degrees, enough));
        }
        return columns;
    }

    private void offer(List<Column> columns) {
        tried++;
        if (!columns.stream().allMatch(Column::enough)) {
            return;
        }
        LeastSquares.of(columns.stream().map(Column::degrees).toList(), rows.usage(), rows.weights())
                .filter(DegreeDaySearch::isNowhereNegative)
                .ifPresent(fit -> qualified.add(
                        new Found(fit, columns.stream().map(Column::piece).toList())));
    }

    private static boolean isNowhereNegative(LeastSquares fit) {
        for (double coefficient : fit.coefficients()) {
            if (coefficient < 0) {
                return false;
            }
        }
        return true;
    }

    private boolean isSignificant(Found found) {
        double limit = recipe.highestPValue().doubleValue();
        for (int slope = 1; slope <= found.fit().slopes() && limit < 1; slope++) {
            if (found.fit().pValue(slope) > limit) {
                return false;
            }
        }
        return true;
    }
}
