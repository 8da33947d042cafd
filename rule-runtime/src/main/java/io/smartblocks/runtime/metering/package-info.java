/** Readings as columns of whole numbers on the local calendar, and what the agreement does about gaps. */
@NullMarked
package io.smartblocks.runtime.metering;

import org.jspecify.annotations.NullMarked;
