package io.smartblocks.runtime.baseline.fitting;

import io.smartblocks.runtime.baseline.fitting.Curve.Side;
import io.smartblocks.runtime.baseline.fitting.Found.Shaped;
import java.util.List;
import java.util.Optional;

/** Fits a curve to rows, on every machine the same one. */
public final class CurveFitting {

    /** nmecr's balance point for degree days where none is given. */
    private static final int FIXED_BALANCE_POINT = 65;

    private static final Shaped BELOW = new Shaped(Side.BELOW, FIXED_BALANCE_POINT);
    private static final Shaped ABOVE = new Shaped(Side.ABOVE, FIXED_BALANCE_POINT);

    private CurveFitting() {}

    /**
     * The best curve of a recipe; nothing if no curve can be told from these rows.
     *
     * @throws ArithmeticException if what was used has no finite statistics, as where nothing was used at all
     */
    public static Optional<Fitted> fit(List<Row> rows, Recipe recipe) {
        Observations observed = new Observations(rows, recipe.weighted());
        return switch (recipe.shape()) {
            case DEGREE_DAYS -> {
                DegreeDaySearch search = new DegreeDaySearch(observed, recipe);
                List<Found> best = search.best();
                yield best.stream()
                        .findFirst()
                        .flatMap(found ->
                                fitted(observed, found, found.fit().slopes(), search.tried(), search.qualified()))
                        .map(fitted -> alike(fitted, best));
            }
            case LINE -> fixed(observed, new Shaped(Side.ALL, 0));
            case HDD_CDD -> fixed(observed, BELOW, ABOVE);
            case HDD -> fixed(observed, BELOW);
            case CDD -> fixed(observed, ABOVE);
            case THREE_HEATING, THREE_COOLING, FOUR, FIVE -> {
                ChangePointSearch search = ChangePointSearch.of(observed, recipe);
                Optional<Found> best = search.best();
                yield best.flatMap(
                        found -> fitted(observed, found, found.fit().slopes() + 1, search.tried(), search.tried()));
            }
        };
    }

    private static Optional<Fitted> fixed(Observations observed, Shaped... pieces) {
        List<Shaped> shaped = List.of(pieces).stream()
                .filter(piece -> piece.side() == Side.ALL || anyDegrees(observed.each(piece.side(), piece.at())))
                .toList();
        List<double[]> columns = shaped.stream()
                .map(piece -> observed.each(piece.side(), piece.at()))
                .toList();
        return LeastSquares.of(columns, observed.usage(), observed.weights())
                .flatMap(fit -> fitted(observed, new Found(fit, shaped), fit.slopes() + 1, 1, 1));
    }

    private static boolean anyDegrees(double[] degrees) {
        for (double each : degrees) {
            if (each > 0) {
                return true;
            }
        }
        return false;
    }

    private static Optional<Fitted> fitted(Observations rows, Found found, int parameters, int tried, int qualified) {
        return rows.size() <= parameters
                ? Optional.empty()
                : Optional.of(new Fitted(
                        found.curve(), new Statistics(rows, found, parameters).metrics(), tried, qualified, List.of()));
    }

    private static Fitted alike(Fitted fitted, List<Found> best) {
        List<Curve> others = best.stream().skip(1).map(Found::curve).toList();
        return new Fitted(fitted.curve(), fitted.metrics(), fitted.tried(), fitted.qualified(), others);
    }
}
