/**
 * Least squares in binary floating point: the one place where there is any. What comes out is rounded once to
 * {@link io.smartblocks.runtime.baseline.fitting.Rounded#DIGITS} digits and is exact from there.
 */
@NullMarked
package io.smartblocks.runtime.baseline.fitting;

import org.jspecify.annotations.NullMarked;
