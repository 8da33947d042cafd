package io.smartblocks.portal.energy.site;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;

/** Draws a few values as a small line, 96 wide and 32 high. */
final class Spark {

    private static final BigDecimal WIDTH = BigDecimal.valueOf(90);
    private static final BigDecimal HEIGHT = BigDecimal.valueOf(24);
    private static final BigDecimal LEFT = BigDecimal.valueOf(3);
    private static final BigDecimal TOP = BigDecimal.valueOf(4);

    private Spark() {}

    /** The points of the line over equal times, the last at its right end; nothing where fewer than two are known. */
    static String of(List<Optional<BigDecimal>> values) {
        List<BigDecimal> known = values.stream().flatMap(Optional::stream).toList();
        if (known.size() < 2) {
            return "";
        }
        BigDecimal least = known.stream().reduce(BigDecimal::min).orElseThrow();
        BigDecimal range = known.stream().reduce(BigDecimal::max).orElseThrow().subtract(least);
        StringJoiner points = new StringJoiner(" ");
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i).isPresent()) {
                BigDecimal x = LEFT.add(WIDTH.multiply(BigDecimal.valueOf(i))
                        .divide(BigDecimal.valueOf(Math.max(1, values.size() - 1)), 1, RoundingMode.HALF_EVEN));
                BigDecimal above = values.get(i).get().subtract(least);
                BigDecimal y = range.signum() == 0
                        ? TOP.add(HEIGHT.divide(BigDecimal.valueOf(2), 1, RoundingMode.HALF_EVEN))
                        : TOP.add(HEIGHT).subtract(HEIGHT.multiply(above).divide(range, 1, RoundingMode.HALF_EVEN));
                points.add(x.toPlainString() + ',' + y.toPlainString());
            }
        }
        return points.toString();
    }
}
