/** Files of values that hold for days or for parts of days, such as prices, as commands and pages read them. */
@NullMarked
package io.smartblocks.portal.series;

import org.jspecify.annotations.NullMarked;
