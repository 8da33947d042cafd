package io.smartblocks.runtime.baseline.fitting;

/** The statistics of a fit on the totals of its rows. */
final class Statistics {

    private final double[] used;
    private final double[] residuals;
    private final double[] fitted;
    private final int parameters;
    private final double adjustedR2;

    Statistics(Observations rows, Found found, int parameters) {
        this.parameters = parameters;
        this.adjustedR2 = found.fit().adjustedR2();
        double[] perDay = found.perDay(rows);
        used = new double[rows.size()];
        fitted = new double[rows.size()];
        residuals = new double[rows.size()];
        for (int i = 0; i < used.length; i++) {
            used[i] = rows.usage()[i] * rows.days()[i];
            fitted[i] = perDay[i] * rows.days()[i];
            residuals[i] = used[i] - fitted[i];
        }
    }

    Metrics metrics() {
        int rows = used.length;
        double mean = sum(used) / rows;
        double freedom = rows - parameters;
        double squares = 0;
        double absolute = 0;
        double variance = 0;
        for (int i = 0; i < rows; i++) {
            squares += residuals[i] * residuals[i];
            absolute += Math.abs(residuals[i]);
            variance += (used[i] - mean) * (used[i] - mean);
        }
        double rmse = StrictMath.sqrt(squares / freedom);
        double correlation = correlation(used, fitted, 0);
        return new Metrics(
                rows,
                parameters,
                Rounded.decimal(mean),
                Rounded.decimal(variance / rows),
                Rounded.share(correlation * correlation),
                Rounded.share(adjustedR2),
                Rounded.decimal(rmse),
                Rounded.share(rmse / mean),
                Rounded.share(sum(residuals) / (freedom * mean)),
                Rounded.share(absolute / (mean * rows)),
                Rounded.share(correlation(residuals, residuals, 1)));
    }

    /** The correlation of one series with another that is so many places later; none where one does not vary. */
    private static double correlation(double[] one, double[] other, int lag) {
        int size = one.length - lag;
        double meanOne = 0;
        double meanOther = 0;
        for (int i = 0; i < size; i++) {
            meanOne += one[i + lag] / size;
            meanOther += other[i] / size;
        }
        double product = 0;
        double squareOne = 0;
        double squareOther = 0;
        for (int i = 0; i < size; i++) {
            product += (one[i + lag] - meanOne) * (other[i] - meanOther);
            squareOne += (one[i + lag] - meanOne) * (one[i + lag] - meanOne);
            squareOther += (other[i] - meanOther) * (other[i] - meanOther);
        }
        double scale = StrictMath.sqrt(squareOne) * StrictMath.sqrt(squareOther);
        double level =
                1e-13 * size * (Math.abs(meanOne) + Math.abs(meanOther)) * (Math.abs(meanOne) + Math.abs(meanOther));
        return scale <= level ? 0 : product / scale;
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}
