/** From an agreement, a period and evidence to lines, documents and values, as a pure function. */
@NullMarked
package io.smartblocks.runtime.settlement;

import org.jspecify.annotations.NullMarked;
