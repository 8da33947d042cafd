/** Measures how fast pages of a running portal answer; {@link io.smartblocks.portal.bench.PortalBench} is the way in. */
@NullMarked
package io.smartblocks.portal.bench;

import org.jspecify.annotations.NullMarked;
