package io.smartblocks.runtime.baseline.fitting;

import io.smartblocks.runtime.baseline.fitting.Curve.Side;
import io.smartblocks.runtime.baseline.fitting.Found.Shaped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Straight pieces that meet at change points (ASHRAE Inverse Modeling Toolkit, RP-1050): change points are first looked for
 * among the temperatures that occur, then moved to where the squares are least (Muggeo, Statistics in Medicine 22, 2003).
 */
final class ChangePointSearch {

    private static final int STEPS = 100;
    private static final int HALVINGS = 30;
    private static final int COARSE = 60;
    private static final double STILL = 1e-11;

    private final Observations rows;
    private final List<Shaped> fixed;
    private final Side side;
    private final int points;
    private final int leastDays;
    private int tried;

    private ChangePointSearch(Observations rows, List<Shaped> fixed, Side side, int points, int leastDays) {
        this.rows = rows;
        this.fixed = fixed;
        this.side = side;
        this.points = points;
        this.leastDays = leastDays;
    }

    static ChangePointSearch of(Observations rows, Recipe recipe) {
        List<Shaped> line = List.of(new Shaped(Side.ALL, 0));
        return switch (recipe.shape()) {
            case THREE_HEATING -> new ChangePointSearch(rows, List.of(), Side.BELOW, 1, recipe.leastDays());
            case THREE_COOLING -> new ChangePointSearch(rows, List.of(), Side.ABOVE, 1, recipe.leastDays());
            case FOUR -> new ChangePointSearch(rows, line, Side.ABOVE, 1, recipe.leastDays());
            case FIVE -> new ChangePointSearch(rows, line, Side.ABOVE, 2, recipe.leastDays());
            default -> throw new IllegalArgumentException(recipe.shape() + " has no change point");
        };
    }

    Optional<Found> best() {
        double[] among = among();
        Optional<Found> best = Optional.empty();
        for (int i = 0; i < among.length; i++) {
            for (int j = points == 1 ? i : i + 1; j < (points == 1 ? i + 1 : among.length); j++) {
                double[] at = points == 1 ? new double[] {among[i]} : new double[] {among[i], among[j]};
                best = better(best, fit(at));
            }
        }
        return best.map(this::refined);
    }

    int tried() {
        return tried;
    }

    /** Temperatures with enough rows on either side, not too many where two are chosen among them. */
    private double[] among() {
        double[] sorted = rows.means().clone();
        Arrays.sort(sorted);
        int edge = Math.max(1, leastDays);
        if (sorted.length <= 2 * edge) {
            return new double[0];
        }
        double[] inner =
                Arrays.stream(sorted, edge, sorted.length - edge).distinct().toArray();
        int most = points == 1 ? inner.length : Math.min(COARSE, inner.length);
        double[] chosen = new double[most];
        for (int i = 0; i < most; i++) {
            chosen[i] = inner[(int) ((long) i * inner.length / most)];
        }
        return chosen;
    }

    private Optional<Found> fit(double[] at) {
        tried++;
        List<Shaped> pieces = pieces(at);
        return LeastSquares.of(degrees(pieces).toList(), rows.usage(), rows.weights())
                .map(fit -> new Found(fit, pieces));
    }

    private List<Shaped> pieces(double[] at) {
        return Stream.concat(fixed.stream(), Arrays.stream(at).mapToObj(each -> new Shaped(side, each)))
                .toList();
    }

    private Stream<double[]> degrees(List<Shaped> pieces) {
        return pieces.stream().map(piece -> rows.each(piece.side(), piece.at()));
    }

    /** Moves the change points by what the tangent of the curve in them says, as long as the squares shrink. */
    private Found refined(Found start) {
        Found best = start;
        for (int step = 0; step < STEPS; step++) {
            Optional<double[]> move = move(best);
            Optional<Found> next = move.flatMap(shrinking(best));
            if (next.isEmpty()) {
                return best;
            }
            best = next.get();
        }
        return best;
    }

    private java.util.function.Function<double[], Optional<Found>> shrinking(Found best) {
        return move -> {
            double[] from = points(best);
            double factor = 1;
            for (int halving = 0; halving < HALVINGS; halving++, factor /= 2) {
                double[] to = new double[points];
                double moved = 0;
                for (int i = 0; i < points; i++) {
                    to[i] = from[i] + factor * move[i];
                    moved = Math.max(moved, Math.abs(to[i] - from[i]));
                }
                if (moved < STILL) {
                    return Optional.empty();
                }
                Optional<Found> tried = isApart(to) ? fit(to) : Optional.empty();
                if (tried.isPresent()
                        && tried.get().fit().residual() < best.fit().residual()) {
                    return tried;
                }
            }
            return Optional.empty();
        };
    }

    private Optional<double[]> move(Found found) {
        List<Shaped> moving =
                found.pieces().subList(fixed.size(), found.pieces().size());
        List<double[]> columns = new ArrayList<>(degrees(found.pieces()).toList());
        moving.forEach(piece -> columns.add(rows.change(side, piece.at())));
        return LeastSquares.of(columns, rows.usage(), rows.weights()).map(tangent -> {
            double[] move = new double[points];
            for (int i = 0; i < points; i++) {
                double slope = tangent.coefficients()[1 + fixed.size() + i];
                move[i] = slope == 0
                        ? 0
                        : tangent.coefficients()[1 + found.pieces().size() + i] / slope;
            }
            return move;
        });
    }

    private double[] points(Found found) {
        return found.pieces().stream()
                .skip(fixed.size())
                .mapToDouble(Shaped::at)
                .toArray();
    }

    private boolean isApart(double[] at) {
        double[] means = rows.means();
        for (int i = 0; i < at.length; i++) {
            double low = i == 0 ? Double.NEGATIVE_INFINITY : at[i - 1];
            double here = at[i];
            long between = Arrays.stream(means)
                    .filter(each -> each > low && each <= here)
                    .count();
            long above = Arrays.stream(means).filter(each -> each > here).count();
            if (between < leastDays || above < leastDays) {
                return false;
            }
        }
        return true;
    }

    private static Optional<Found> better(Optional<Found> best, Optional<Found> other) {
        return other.isPresent()
                        && (best.isEmpty()
                                || other.get().fit().residual()
                                        < best.get().fit().residual())
                ? other
                : best;
    }
}
