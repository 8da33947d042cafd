/** Quartz fires sweeps, not agreements: one trigger for each settlement calendar and shard. */
@NullMarked
package io.smartblocks.runtime.schedule;

import org.jspecify.annotations.NullMarked;
