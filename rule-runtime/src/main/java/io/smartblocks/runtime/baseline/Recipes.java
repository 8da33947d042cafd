package io.smartblocks.runtime.baseline;

import io.smartblocks.dsl.agreement.Declaration.Baseline.Method;
import io.smartblocks.runtime.baseline.fitting.Recipe;
import java.math.BigDecimal;

/** What the named methods do. */
public final class Recipes {

    /**
     * How likely a slope may be without any influence of the weather. CalTRACK 2 asks nothing, and then gives a meter that
     * knows no weather a slope all the same; its version 1 asked this.
     */
    public static final BigDecimal SIGNIFICANT = new BigDecimal("0.1");

    /** CalTRACK 3.2.2.2: so many days with degree days, by the daily method. */
    private static final int LEAST_DAYS = 10;

    private Recipes() {}

    /** The recipe of a method as agreements use it. */
    public static Recipe of(Method method) {
        return switch (method) {
            case CALTRACK_DAILY -> recipe(Recipe.Shape.DEGREE_DAYS, true);
            case CALTRACK_DAILY_GAS -> recipe(Recipe.Shape.DEGREE_DAYS, false);
            case CALTRACK_BILLING -> billing(true);
            case CALTRACK_BILLING_GAS -> billing(false);
            case SLR -> recipe(Recipe.Shape.LINE, true);
            case THREE_PARAMETER_HEATING -> recipe(Recipe.Shape.THREE_HEATING, true);
            case THREE_PARAMETER_COOLING -> recipe(Recipe.Shape.THREE_COOLING, true);
            case FOUR_PARAMETER -> recipe(Recipe.Shape.FOUR, true);
            case FIVE_PARAMETER -> recipe(Recipe.Shape.FIVE, true);
            case HDD_CDD -> recipe(Recipe.Shape.HDD_CDD, true);
            case HDD -> recipe(Recipe.Shape.HDD, true);
            case CDD -> recipe(Recipe.Shape.CDD, true);
        };
    }

    private static Recipe recipe(Recipe.Shape shape, boolean cooling) {
        return new Recipe(shape, cooling, false, LEAST_DAYS, SIGNIFICANT, false);
    }

    private static Recipe billing(boolean cooling) {
        return new Recipe(Recipe.Shape.DEGREE_DAYS, cooling, true, 0, SIGNIFICANT, true);
    }
}
