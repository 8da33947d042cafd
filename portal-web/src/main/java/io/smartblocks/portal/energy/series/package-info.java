/** What meters read, were expected to read and would have read, summed by hours, days and months. */
@NullMarked
package io.smartblocks.portal.energy.series;

import org.jspecify.annotations.NullMarked;
