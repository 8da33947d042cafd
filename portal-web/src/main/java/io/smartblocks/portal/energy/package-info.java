/** Meters and their readings, day by day. */
@NullMarked
package io.smartblocks.portal.energy;

import org.jspecify.annotations.NullMarked;
