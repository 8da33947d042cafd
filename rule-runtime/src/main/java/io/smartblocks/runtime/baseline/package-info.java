/** What a building would have used without the measures: fitted to the time before them, exact from the fit on. */
@NullMarked
package io.smartblocks.runtime.baseline;

import org.jspecify.annotations.NullMarked;
