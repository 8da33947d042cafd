package io.smartblocks.runtime.baseline;

import io.smartblocks.dsl.agreement.Declaration.Baseline.Method;
import io.smartblocks.runtime.baseline.fitting.CurveFitting;
import io.smartblocks.runtime.baseline.fitting.Recipe;
import io.smartblocks.runtime.metering.MeterColumn;
import java.time.LocalDate;
import java.util.Optional;

/** Fits a baseline to the readings of a period before the measures: a pure function, the same on every machine. */
public final class BaselineFitting {

    /** CalTRACK 2.2.1.1: a year before the measures. */
    private static final int LEAST_DAYS = 365;

    private BaselineFitting() {}

    /** A fit, or why there is none. */
    public sealed interface Result permits Fit, Unfit {}

    /** Why readings cannot be fitted, in words for whoever must mend it. */
    public record Unfit(String reason) implements Result {}

    /** The fit of the days from {@code from} up to, not including, {@code to}, by what a method prescribes. */
    public static Result fit(Method method, LocalDate from, LocalDate to, MeterColumn usage, MeterColumn temperature) {
        return fit(method, Recipes.of(method), from, to, usage, temperature);
    }

    /** The same by a recipe of one's own. */
    public static Result fit(
            Method method, Recipe recipe, LocalDate from, LocalDate to, MeterColumn usage, MeterColumn temperature) {
        Design design = Designing.of(method, from, to, usage, temperature);
        Optional<String> lack = lack(method, from, to, design);
        if (lack.isPresent()) {
            return new Unfit(lack.get());
        }
        try {
            return CurveFitting.fit(design.rows(), recipe)
                    .<Result>map(fitted -> new Fit(method, from, to, usage.unit(), design, fitted))
                    .orElseGet(() -> new Unfit("no " + method.words() + " curve can be told from the "
                            + design.rows().size() + " readings from " + from + " to " + to.minusDays(1)));
        } catch (ArithmeticException e) {
            return new Unfit("the readings from " + from + " to " + to.minusDays(1)
                    + " do not vary, or are zero: there is nothing to fit");
        }
    }

    private static Optional<String> lack(Method method, LocalDate from, LocalDate to, Design design) {
        String period = "the baseline period from " + from + " to " + to.minusDays(1);
        if (design.days() < LEAST_DAYS) {
            return Optional.of(period + " has " + design.days() + " days, and a baseline needs a year, at least "
                    + LEAST_DAYS + " days (CalTRACK 2.2.1.1)");
        }
        if (design.missing() > design.mayBeMissing()) {
            String zero = method.countsZero() ? "" : ", where zero and an estimate count as none,";
            return Optional.of(period + " lacks " + design.missing() + " days: " + design.unread()
                    + " without a reading" + zero + " and " + design.unmeasured() + " without a temperature; at most "
                    + design.mayBeMissing() + " of " + design.days() + " may be missing (CalTRACK 2.2.1.2)");
        }
        return Optional.empty();
    }
}
