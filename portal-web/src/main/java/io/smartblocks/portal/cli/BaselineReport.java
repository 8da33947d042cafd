package io.smartblocks.portal.cli;

import io.smartblocks.dsl.units.Exact;
import io.smartblocks.runtime.baseline.Fit;
import io.smartblocks.runtime.baseline.Savings;
import io.smartblocks.runtime.baseline.fitting.Curve;
import io.smartblocks.runtime.baseline.fitting.Metrics;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A fit as it is reported: use in {@code unit} per day by the mean temperature of a day in °F.
 *
 * @param objections why it would not be accepted; none if it is
 */
record BaselineReport(
        String method,
        LocalDate from,
        LocalDate to,
        String unit,
        BigDecimal base,
        List<Piece> pieces,
        Metrics metrics,
        int days,
        int unread,
        int unmeasured,
        int tried,
        int qualified,
        int alike,
        List<String> remarks,
        List<String> objections,
        Optional<Saved> avoided,
        Optional<Saved> normalized) {

    /** One slope; {@code at} counts for those with a balance point. */
    record Piece(String side, BigDecimal at, BigDecimal slope) {
        static Piece of(Curve.Piece piece) {
            return new Piece(piece.side().name(), decimal(piece.at()), decimal(piece.slope()));
        }

        String words(String unit) {
            return switch (Curve.Side.valueOf(side)) {
                case ALL -> "  %s %s a day for each °F".formatted(slope.toPlainString(), unit);
                case BELOW ->
                    "  %s %s a day for each °F below %s °F (%s °C)"
                            .formatted(slope.toPlainString(), unit, at.toPlainString(), celsius(at));
                case ABOVE ->
                    "  %s %s a day for each °F above %s °F (%s °C)"
                            .formatted(slope.toPlainString(), unit, at.toPlainString(), celsius(at));
            };
        }
    }

    /** Savings over some days, and how far they may be off. */
    record Saved(
            LocalDate from,
            LocalDate to,
            int days,
            BigDecimal baseline,
            BigDecimal used,
            BigDecimal saved,
            Optional<BigDecimal> band,
            Optional<BigDecimal> fraction) {
        static Saved of(LocalDate from, LocalDate to, Savings savings) {
            return new Saved(
                    from,
                    to,
                    savings.days(),
                    savings.baseline(),
                    savings.used(),
                    savings.saved(),
                    savings.band(),
                    savings.fraction());
        }

        String words(String what, String unit) {
            String sure = band.map(it -> ", give or take %s %s%s at 90 %%"
                            .formatted(
                                    shown(it),
                                    unit,
                                    fraction.map(share -> " (" + percent(share) + ")")
                                            .orElse("")))
                    .orElse("");
            return "%s, %s to %s: %s %s, which is %s less %s in %d days%s"
                    .formatted(what, from, to, shown(saved), unit, shown(baseline), shown(used), days, sure);
        }
    }

    static BaselineReport of(Fit fit, List<String> objections, Optional<Saved> avoided, Optional<Saved> normalized) {
        return new BaselineReport(
                fit.method().words(),
                fit.from(),
                fit.to().minusDays(1),
                fit.unit(),
                decimal(fit.curve().base()),
                fit.curve().pieces().stream().map(Piece::of).toList(),
                fit.metrics(),
                fit.design().days(),
                fit.design().unread(),
                fit.design().unmeasured(),
                fit.fitted().tried(),
                fit.fitted().qualified(),
                fit.fitted().alike().size(),
                fit.design().remarks(),
                objections,
                avoided,
                normalized);
    }

    void print(PrintWriter out) {
        out.println("%s, %s to %s".formatted(method, from, to));
        out.println("  %s %s a day".formatted(base.toPlainString(), unit));
        pieces.forEach(piece -> out.println(piece.words(unit)));
        out.println("R2 %s, adjusted %s; CVRMSE %s; NMBE %s; n %d, p %d; autocorrelation %s"
                .formatted(
                        percent(metrics.r2()),
                        percent(metrics.adjustedR2()),
                        percent(metrics.cvrmse()),
                        percent(metrics.nmbe()),
                        metrics.rows(),
                        metrics.parameters(),
                        metrics.autocorrelation().setScale(4, RoundingMode.HALF_EVEN)));
        out.println("%d days, %d without a reading, %d without a temperature; %d curves compared, %d kept the rules"
                .formatted(days, unread, unmeasured, tried, qualified));
        if (alike > 0) {
            out.println("%d other curves explain the readings just as well".formatted(alike));
        }
        remarks.forEach(remark -> out.println("note: " + remark));
        avoided.ifPresent(it -> out.println(it.words("avoided", unit)));
        normalized.ifPresent(it -> out.println(it.words("normalized savings", unit)));
        out.println(objections.isEmpty() ? "accepted" : "not accepted: " + String.join("; ", objections));
    }

    private static String shown(BigDecimal value) {
        return value.setScale(2, RoundingMode.HALF_EVEN).toPlainString();
    }

    private static String percent(BigDecimal share) {
        return share.movePointRight(2).setScale(2, RoundingMode.HALF_EVEN).toPlainString() + " %";
    }

    private static String celsius(BigDecimal fahrenheit) {
        return fahrenheit
                .subtract(BigDecimal.valueOf(32))
                .divide(new BigDecimal("1.8"), 2, RoundingMode.HALF_EVEN)
                .toPlainString();
    }

    private static BigDecimal decimal(Exact value) {
        return new BigDecimal(value.toString());
    }
}
