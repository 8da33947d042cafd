package io.smartblocks.runtime.baseline.fitting;

import java.util.List;

/** Rows as numbers: use per day, days, weights, and the temperatures of the days of each row. */
final class Observations {

    private final List<Row> rows;
    private final double[] usage;
    private final double[] days;
    private final double[] weights;
    private final double[][] temperatures;

    Observations(List<Row> rows, boolean weighted) {
        this.rows = rows;
        int size = rows.size();
        usage = new double[size];
        days = new double[size];
        weights = new double[size];
        temperatures = new double[size][];
        for (int i = 0; i < size; i++) {
            Row row = rows.get(i);
            days[i] = row.days();
            usage[i] = row.usage().doubleValue() / row.days();
            weights[i] = weighted ? row.temperatures().size() : 1;
            temperatures[i] = row.temperatures().stream()
                    .mapToDouble(temperature -> temperature.doubleValue())
                    .toArray();
        }
    }

    int size() {
        return rows.size();
    }

    double[] usage() {
        return usage;
    }

    double[] days() {
        return days;
    }

    double[] weights() {
        return weights;
    }

    /** The mean temperature of each row. */
    double[] means() {
        return each(Curve.Side.ALL, 0);
    }

    /** The mean degrees of the days of each row on one side of a balance point. */
    double[] each(Curve.Side side, double at) {
        double[] means = new double[temperatures.length];
        for (int i = 0; i < means.length; i++) {
            double sum = 0;
            for (double temperature : temperatures[i]) {
                sum += switch (side) {
                    case ALL -> temperature;
                    case BELOW -> Math.max(at - temperature, 0);
                    case ABOVE -> Math.max(temperature - at, 0);
                };
            }
            means[i] = sum / temperatures[i].length;
        }
        return means;
    }

    /** How much the mean degrees of each row change as the balance point rises. */
    double[] change(Curve.Side side, double at) {
        double[] shares = new double[temperatures.length];
        for (int i = 0; i < shares.length; i++) {
            int days = 0;
            for (double temperature : temperatures[i]) {
                days += side == Curve.Side.BELOW && temperature < at ? 1 : 0;
                days -= side == Curve.Side.ABOVE && temperature > at ? 1 : 0;
            }
            shares[i] = (double) days / temperatures[i].length;
        }
        return shares;
    }
}
