/** Everything a settlement may know, as plain values with one digest. */
@NullMarked
package io.smartblocks.runtime.evidence;

import org.jspecify.annotations.NullMarked;
