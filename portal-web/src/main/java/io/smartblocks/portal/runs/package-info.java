/** Runs of the scheduler: what they settled, what they could not, and another one on demand. */
@NullMarked
package io.smartblocks.portal.runs;

import org.jspecify.annotations.NullMarked;
