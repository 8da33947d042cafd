/** Measures how fast settlements are made, beside plain Java doing the same sums. */
@NullMarked
package io.smartblocks.runtime.bench;

import org.jspecify.annotations.NullMarked;
