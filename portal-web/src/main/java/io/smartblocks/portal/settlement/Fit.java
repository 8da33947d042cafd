package io.smartblocks.portal.settlement;

import io.smartblocks.dsl.units.Exact;
import io.smartblocks.portal.words.Words;
import io.smartblocks.runtime.baseline.fitting.Curve;
import io.smartblocks.runtime.settlement.BaselineUsed;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** A fitted baseline behind a settlement, told for its reader: how it was fitted, what it says and how good it is. */
record Fit(String name, List<Row> rows, List<String> remarks) {

    private static final Exact HUNDRED = Exact.of(100);
    private static final Exact NINE_FIFTHS = Exact.parse("9/5");
    private static final Exact FREEZING = Exact.of(32);
    private static final int DIGITS = 2;

    /** One thing that is said of it. */
    record Row(String what, String words) {}

    static Fit of(BaselineUsed used, Words say) {
        List<Row> rows = new ArrayList<>();
        rows.add(new Row(say.message("fit.method"), used.method()));
        rows.add(new Row(
                say.message("fit.year"),
                say.span(used.from(), used.to()) + "; "
                        + say.message("fit.days", used.days(), used.unread() + used.unmeasured())));
        rows.add(new Row(
                say.message("fit.base"),
                say.message("fit.base.words", number(used.curve().base(), say), used.unit())));
        used.curve().pieces().forEach(piece -> rows.add(row(piece, used.unit(), say)));
        rows.add(new Row("R²", percent(used.metrics().r2(), say)));
        rows.add(new Row("CVRMSE", percent(used.metrics().cvrmse(), say)));
        rows.add(new Row("NMBE", percent(used.metrics().nmbe(), say)));
        used.band()
                .ifPresent(band -> rows.add(new Row(
                        say.message("fit.band"),
                        say.message("fit.band.words", number(Exact.of(band), say), used.unit()))));
        return new Fit(used.name(), List.copyOf(rows), used.remarks());
    }

    /** Temperatures are fitted in °F and told in °C; a line without a balance point counts from 0 °F. */
    private static Row row(Curve.Piece piece, String unit, Words say) {
        String degree = number(piece.slope().times(NINE_FIFTHS), say);
        String at = number(piece.at().minus(FREEZING).dividedBy(NINE_FIFTHS), say);
        String fahrenheit = number(piece.at(), say);
        return switch (piece.side()) {
            case BELOW -> new Row(say.message("fit.heating"), say.message("fit.below", degree, unit, at, fahrenheit));
            case ABOVE -> new Row(say.message("fit.cooling"), say.message("fit.above", degree, unit, at, fahrenheit));
            case ALL -> new Row(say.message("fit.slope"), say.message("fit.all", number(piece.slope(), say), unit));
        };
    }

    private static String percent(BigDecimal share, Words say) {
        return number(Exact.of(share).times(HUNDRED), say) + " %";
    }

    private static String number(Exact value, Words say) {
        return say.plain(value.toDecimal(DIGITS, RoundingMode.HALF_EVEN).stripTrailingZeros());
    }
}
