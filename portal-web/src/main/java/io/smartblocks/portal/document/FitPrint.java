package io.smartblocks.portal.document;

import io.smartblocks.dsl.units.Exact;
import io.smartblocks.runtime.baseline.fitting.Curve;
import io.smartblocks.runtime.baseline.fitting.Metrics;
import io.smartblocks.runtime.settlement.BaselineUsed;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** Prints the fitted baselines behind a settlement, in the terms in which they were fitted. */
record FitPrint(Html page) {

    private static final Exact HUNDRED = Exact.of(100);

    void print(List<BaselineUsed> baselines) {
        if (baselines.isEmpty()) {
            return;
        }
        page.heading(2, "fits", "Fitted baselines");
        for (int i = 0; i < baselines.size(); i++) {
            BaselineUsed used = baselines.get(i);
            page.heading(3, "fit-" + i, used.name());
            page.table(List.of("Of the fit", "Is"), rows(used), 2);
            used.remarks().forEach(remark -> page.element("p", remark));
        }
    }

    private static List<List<String>> rows(BaselineUsed used) {
        Metrics metrics = used.metrics();
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("Method", used.method()));
        rows.add(List.of(
                "Fitted to",
                "%s: %d days, %d without a reading, %d without a temperature"
                        .formatted(
                                Figures.span(used.from(), used.to()), used.days(), used.unread(), used.unmeasured())));
        rows.add(List.of("Every day", shown(used.curve().base(), 6) + " " + used.unit()));
        used.curve().pieces().forEach(piece -> rows.add(row(piece, used.unit())));
        rows.add(List.of(
                "R2; CVRMSE; NMBE",
                percent(metrics.r2()) + "; " + percent(metrics.cvrmse()) + "; " + percent(metrics.nmbe())));
        used.band()
                .ifPresent(band -> rows.add(List.of(
                        "Savings give or take",
                        shown(Exact.of(band), 2) + " " + used.unit() + ", with 90 % confidence")));
        return rows;
    }

    private static List<String> row(Curve.Piece piece, String unit) {
        String slope = shown(piece.slope(), 6) + " " + unit + " a day for each °F";
        String at = shown(piece.at(), 2) + " °F";
        return switch (piece.side()) {
            case BELOW -> List.of("Heating", slope + " below " + at);
            case ABOVE -> List.of("Cooling", slope + " above " + at);
            case ALL -> List.of("Slope", slope);
        };
    }

    private static String percent(BigDecimal share) {
        return shown(Exact.of(share).times(HUNDRED), 2) + " %";
    }

    private static String shown(Exact value, int digits) {
        return value.toDecimal(digits, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }
}
