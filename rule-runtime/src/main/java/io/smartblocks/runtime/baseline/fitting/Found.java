package io.smartblocks.runtime.baseline.fitting;

import java.util.ArrayList;
import java.util.List;

/** A fit with the pieces that its slopes belong to. */
record Found(LeastSquares fit, List<Shaped> pieces) {

    /** What a slope counts. */
    record Shaped(Curve.Side side, double at) {}

    /** The use per day that the fit sees in each row. */
    double[] perDay(Observations of) {
        double[] fitted = new double[of.size()];
        java.util.Arrays.fill(fitted, fit.coefficients()[0]);
        for (int piece = 0; piece < pieces.size(); piece++) {
            double[] degrees =
                    of.each(pieces.get(piece).side(), pieces.get(piece).at());
            for (int i = 0; i < fitted.length; i++) {
                fitted[i] += fit.coefficients()[piece + 1] * degrees[i];
            }
        }
        return fitted;
    }

    Curve curve() {
        List<Curve.Piece> exact = new ArrayList<>();
        for (int piece = 0; piece < pieces.size(); piece++) {
            exact.add(new Curve.Piece(
                    pieces.get(piece).side(),
                    Rounded.exact(pieces.get(piece).at()),
                    Rounded.exact(fit.coefficients()[piece + 1])));
        }
        return new Curve(Rounded.exact(fit.coefficients()[0]), exact);
    }
}
