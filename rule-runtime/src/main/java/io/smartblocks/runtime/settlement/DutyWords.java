package io.smartblocks.runtime.settlement;

import io.smartblocks.dsl.units.Exact;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Optional;

/** Duties as people read them: {@code Operator mints 4,650.6 coins of Coin to Producer}. */
public final class DutyWords {

    private static final int DIGITS = 6;

    private DutyWords() {}

    /** Who does what, with how much of it and to whom; not by when. */
    public static String of(Duty duty) {
        return of(
                duty.debtor(),
                duty.kind(),
                duty.amount().map(amount -> figure(amount) + " " + duty.unit()),
                duty.what(),
                duty.other());
    }

    /** The same, of a duty whose amount is told in words. */
    public static String of(
            String debtor, Duty.Kind kind, Optional<String> amount, String what, Optional<String> other) {
        return debtor + " " + verb(kind)
                + amount.map(it -> " " + it).orElse("")
                + object(kind, what)
                + other.map(it -> (kind == Duty.Kind.RETIRE ? " from " : " to ") + it)
                        .orElse("");
    }

    /** An amount in its unit with six digits after the point at most. */
    public static String figure(Exact amount) {
        DecimalFormat format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setMaximumFractionDigits(DIGITS);
        return format.format(amount.toDecimal(DIGITS, RoundingMode.HALF_UP));
    }

    private static String verb(Duty.Kind kind) {
        return kind == Duty.Kind.PERFORM ? "shall" : kind.name().toLowerCase(Locale.ROOT) + "s";
    }

    private static String object(Duty.Kind kind, String what) {
        if (what.isEmpty()) {
            return "";
        }
        return kind == Duty.Kind.PERFORM ? " \"" + what + "\"" : " of " + what;
    }
}
