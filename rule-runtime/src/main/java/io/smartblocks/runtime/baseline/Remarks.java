package io.smartblocks.runtime.baseline;

import io.smartblocks.runtime.baseline.fitting.Row;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** What is conspicuous about readings but no fault: use below zero, and more than the median and three times the quartiles. */
final class Remarks {

    private static final BigDecimal THREE = BigDecimal.valueOf(3);
    private static final int NAMED = 5;

    private Remarks() {}

    static List<String> on(List<Row> rows) {
        List<String> remarks = new ArrayList<>();
        List<Row> negative =
                rows.stream().filter(row -> row.usage().signum() < 0).toList();
        if (!negative.isEmpty()) {
            remarks.add("use is below zero in " + named(negative) + ": is this a net meter? (CalTRACK 2.3.5)");
        }
        List<Row> extreme = extreme(rows);
        if (!extreme.isEmpty()) {
            remarks.add("use is beyond the median and three times the interquartile range in " + named(extreme)
                    + " (CalTRACK 2.3.6)");
        }
        return remarks;
    }

    private static List<Row> extreme(List<Row> rows) {
        List<BigDecimal> sorted = rows.stream().map(Remarks::perDay).sorted().toList();
        if (sorted.size() < 4) {
            return List.of();
        }
        BigDecimal range = sorted.get(3 * sorted.size() / 4).subtract(sorted.get(sorted.size() / 4));
        BigDecimal limit = sorted.get(sorted.size() / 2).add(range.multiply(THREE));
        return rows.stream().filter(row -> perDay(row).compareTo(limit) > 0).toList();
    }

    private static BigDecimal perDay(Row row) {
        return row.usage().divide(BigDecimal.valueOf(row.days()), 12, RoundingMode.HALF_EVEN);
    }

    private static String named(List<Row> rows) {
        String days = String.join(
                ", ",
                rows.stream().limit(NAMED).map(row -> row.from().toString()).toList());
        String rest = rows.size() > NAMED ? " and others" : "";
        return rows.size() + (rows.size() == 1 ? " row: " : " rows: ") + days + rest;
    }
}
