package io.smartblocks.runtime.baseline.fitting;

import java.math.BigDecimal;

/**
 * How well a curve explains its rows, on the totals of the rows (ASHRAE Guideline 14, CalTRACK 4.3).
 *
 * @param rows n
 * @param parameters p: slopes alone by CalTRACK, all coefficients by ASHRAE Guideline 14
 * @param mean of what was used in a row
 * @param variance of the same, divided by n
 * @param r2 the square of the correlation of fitted and used
 * @param adjustedR2 of the fit itself, by which curves are compared: 1 - (SSres / (n - c - 1)) / (SStot / (n - 1)), with
 *     c slopes
 * @param rmse sqrt(SSres / (n - p))
 * @param cvrmse rmse / mean
 * @param nmbe sum(used - fitted) / ((n - p) * mean)
 * @param nmae sum(|used - fitted|) / sum(used)
 * @param autocorrelation of the residuals with those of the row before
 */
public record Metrics(
        int rows,
        int parameters,
        BigDecimal mean,
        BigDecimal variance,
        BigDecimal r2,
        BigDecimal adjustedR2,
        BigDecimal rmse,
        BigDecimal cvrmse,
        BigDecimal nmbe,
        BigDecimal nmae,
        BigDecimal autocorrelation) {}
