package io.smartblocks.portal.energy.series;

import io.smartblocks.dsl.units.Exact;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * How far predictions were off.
 *
 * @param compared points with a reading other than zero and a prediction: those that the mean is taken of
 * @param zeros points left out of it since a percentage of zero is undefined
 * @param mape mean absolute percentage error, {@code 100 / n · Σ |actual − predicted| / |actual|}, in %, half even to one
 *     digit; empty where nothing is compared
 * @param total {@code 100 · Σ |actual − predicted| / Σ |actual|} over all points with both, in %; empty where nothing was read
 * @param banded points with both and a stated error
 * @param within how many of them lie within it
 */
public record Accuracy(
        int compared, int zeros, Optional<BigDecimal> mape, Optional<BigDecimal> total, int banded, int within) {

    private static final int DIGITS = 1;
    private static final Exact HUNDRED = Exact.of(100);

    /** The accuracy over some points; those without a reading or a prediction do not count. */
    public static Accuracy of(List<Point> points) {
        int compared = 0;
        int zeros = 0;
        int banded = 0;
        int within = 0;
        Exact shares = Exact.ZERO;
        BigDecimal off = BigDecimal.ZERO;
        BigDecimal read = BigDecimal.ZERO;
        for (Point point : points) {
            if (point.error().isEmpty()) {
                continue;
            }
            BigDecimal actual = point.actual().orElseThrow().abs();
            BigDecimal error = point.error().orElseThrow().abs();
            off = off.add(error);
            read = read.add(actual);
            if (actual.signum() == 0) {
                zeros++;
            } else {
                compared++;
                shares = shares.plus(Exact.of(error).dividedBy(Exact.of(actual)));
            }
            if (point.margin().isPresent()) {
                banded++;
                within += error.compareTo(point.margin().get()) <= 0 ? 1 : 0;
            }
        }
        return new Accuracy(
                compared,
                zeros,
                compared == 0 ? Optional.empty() : percent(shares, Exact.of(compared)),
                read.signum() == 0 ? Optional.empty() : percent(Exact.of(off), Exact.of(read)),
                banded,
                within);
    }

    private static Optional<BigDecimal> percent(Exact part, Exact whole) {
        return Optional.of(part.times(HUNDRED).dividedBy(whole).toDecimal(DIGITS, RoundingMode.HALF_EVEN));
    }
}
