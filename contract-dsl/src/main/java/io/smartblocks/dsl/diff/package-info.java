/** What changed between two versions of an agreement. */
@NullMarked
package io.smartblocks.dsl.diff;

import org.jspecify.annotations.NullMarked;
