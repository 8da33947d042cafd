/** Amendments: a base text and its changes in, one complete text of the new version out, and its meaning over time. */
@NullMarked
package io.smartblocks.dsl.amendment;

import org.jspecify.annotations.NullMarked;
