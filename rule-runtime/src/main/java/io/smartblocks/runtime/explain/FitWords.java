package io.smartblocks.runtime.explain;

import io.smartblocks.runtime.baseline.fitting.Curve;
import io.smartblocks.runtime.explain.SettlementExplanation.BaselineExplanation;
import io.smartblocks.runtime.settlement.BaselineUsed;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** A fitted baseline in words: its base load, slopes and balance points, and how well it explains its period. */
final class FitWords {

    private static final int DIGITS = 4;

    private FitWords() {}

    static BaselineExplanation of(BaselineUsed used) {
        List<String> model = new ArrayList<>();
        model.add("base load " + Figures.number(used.curve().base()) + " " + used.unit() + " a day");
        used.curve().pieces().forEach(piece -> model.add(piece(piece, used.unit())));
        List<String> metrics = new ArrayList<>();
        metrics.add("CVRMSE " + percent(used.metrics().cvrmse()) + " %");
        metrics.add("NMBE " + percent(used.metrics().nmbe()) + " %");
        metrics.add("R2 " + percent(used.metrics().r2()) + " %");
        metrics.add(used.days() + " days, " + used.unread() + " of them unread, " + used.unmeasured()
                + " without a temperature");
        metrics.add(used.qualified() + " of " + used.tried() + " curves kept the rules of the method");
        used.band()
                .ifPresent(band -> metrics.add("the savings of these days are certain to " + band.toPlainString() + " "
                        + used.unit() + " with a confidence of 90 %"));
        metrics.addAll(used.remarks());
        return new BaselineExplanation(
                used.name(), used.method(), used.from(), used.to().minusDays(1), model, metrics);
    }

    private static String piece(Curve.Piece piece, String unit) {
        String slope = Figures.number(piece.slope()) + " " + unit + " a day for each °F";
        return switch (piece.side()) {
            case ALL -> slope;
            case BELOW -> slope + " below the balance point of " + Figures.number(piece.at()) + " °F";
            case ABOVE -> slope + " above the balance point of " + Figures.number(piece.at()) + " °F";
        };
    }

    private static String percent(BigDecimal factor) {
        return factor.movePointRight(2)
                .setScale(DIGITS, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}
