package io.smartblocks.runtime.baseline.fitting;

import java.util.List;
import java.util.Optional;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.QRDecomposition;
import org.hipparchus.linear.RealMatrix;

/** A weighted least-squares fit with an intercept: coefficients, the intercept first, and the sums of squares. */
record LeastSquares(double[] coefficients, double residual, double total, int rows, double[] errors) {

    private static final double SINGULAR = 1e-10;

    /** The fit of {@code y} on columns; nothing if they are not independent or too many. */
    static Optional<LeastSquares> of(List<double[]> columns, double[] y, double[] weights) {
        int rows = y.length;
        int width = columns.size() + 1;
        if (rows < width) {
            return Optional.empty();
        }
        double[][] design = new double[rows][width];
        double[] weighted = new double[rows];
        for (int i = 0; i < rows; i++) {
            double root = StrictMath.sqrt(weights[i]);
            design[i][0] = root;
            for (int j = 1; j < width; j++) {
                design[i][j] = root * columns.get(j - 1)[i];
            }
            weighted[i] = root * y[i];
        }
        Array2DRowRealMatrix matrix = new Array2DRowRealMatrix(design, false);
        QRDecomposition qr = new QRDecomposition(matrix);
        if (isSingular(qr.getR(), width)) {
            return Optional.empty();
        }
        double[] beta =
                qr.getSolver().solve(new ArrayRealVector(weighted, false)).toArray();
        double residual = 0;
        double[] fitted = matrix.operate(beta);
        for (int i = 0; i < rows; i++) {
            residual += (weighted[i] - fitted[i]) * (weighted[i] - fitted[i]);
        }
        return Optional.of(
                new LeastSquares(beta, residual, total(y, weights), rows, errors(qr.getR(), width, residual, rows)));
    }

    private static boolean isSingular(RealMatrix r, int width) {
        double largest = 0;
        for (int j = 0; j < width; j++) {
            largest = Math.max(largest, Math.abs(r.getEntry(j, j)));
        }
        for (int j = 0; j < width; j++) {
            if (Math.abs(r.getEntry(j, j)) <= SINGULAR * largest) {
                return true;
            }
        }
        return false;
    }

    private static double total(double[] y, double[] weights) {
        double sum = 0;
        double weight = 0;
        for (int i = 0; i < y.length; i++) {
            sum += weights[i] * y[i];
            weight += weights[i];
        }
        double mean = sum / weight;
        double total = 0;
        for (int i = 0; i < y.length; i++) {
            total += weights[i] * (y[i] - mean) * (y[i] - mean);
        }
        return total;
    }

    /** Standard errors: the roots of the diagonal of s2 (R'R)^-1, by the rows of R^-1. */
    private static double[] errors(RealMatrix r, int width, double residual, int rows) {
        double[][] inverse = new double[width][width];
        for (int j = 0; j < width; j++) {
            for (int i = j; i >= 0; i--) {
                double sum = i == j ? 1 : 0;
                for (int k = i + 1; k <= j; k++) {
                    sum -= r.getEntry(i, k) * inverse[k][j];
                }
                inverse[i][j] = sum / r.getEntry(i, i);
            }
        }
        double variance = rows == width ? 0 : residual / (rows - width);
        double[] errors = new double[width];
        for (int i = 0; i < width; i++) {
            double sum = 0;
            for (int j = i; j < width; j++) {
                sum += inverse[i][j] * inverse[i][j];
            }
            errors[i] = StrictMath.sqrt(variance * sum);
        }
        return errors;
    }

    int slopes() {
        return coefficients.length - 1;
    }

    /** 1 - (SSres / (n - c - 1)) / (SStot / (n - 1)); the mean alone explains nothing. */
    double adjustedR2() {
        if (slopes() == 0) {
            return 0;
        }
        int freedom = rows - slopes() - 1;
        return freedom == 0 || total == 0 ? Double.NEGATIVE_INFINITY : 1 - (residual / freedom) / (total / (rows - 1));
    }

    /** The chance to see such a slope if there were none: both tails of Student's t. */
    double pValue(int slope) {
        int freedom = rows - slopes() - 1;
        if (freedom < 1) {
            return 1;
        }
        return errors[slope] == 0 ? 0 : Student.tails(coefficients[slope] / errors[slope], freedom);
    }
}
