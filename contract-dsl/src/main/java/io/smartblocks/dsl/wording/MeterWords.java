package io.smartblocks.dsl.wording;

import io.smartblocks.dsl.agreement.Declaration.Parameter.Kind;
import io.smartblocks.dsl.agreement.Expr;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** The sentence that declares a meter which a template asks for. */
public final class MeterWords {

    private MeterWords() {}

    /** {@code meter Heat Meter registers MWh every 1 day from "…", rolls over at 10,000 MWh.} */
    public static String sentence(String name, Kind.Metered meter, String id) {
        return "meter %s %s %s every %s from \"%s\"%s."
                .formatted(
                        name,
                        meter instanceof Kind.Register ? "registers" : "reads",
                        meter.unit().symbol(),
                        meter.every().words(),
                        id,
                        meter instanceof Kind.Register register
                                ? register.rollsOverAt()
                                        .map(MeterWords::rollsOver)
                                        .orElse("")
                                : "");
    }

    private static String rollsOver(Expr.Constant stand) {
        DecimalFormat format =
                new DecimalFormat("#,##0.####################", DecimalFormatSymbols.getInstance(Locale.ENGLISH));
        return ", rolls over at %s %s"
                .formatted(
                        format.format(
                                stand.value().dividedBy(stand.unit().scale()).toDecimal(20, RoundingMode.HALF_UP)),
                        stand.unit().symbol());
    }
}
