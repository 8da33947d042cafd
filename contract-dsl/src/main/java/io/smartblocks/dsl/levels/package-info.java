/** How often each term and clause has a value: once, for each period, or for each reading. */
@NullMarked
package io.smartblocks.dsl.levels;

import org.jspecify.annotations.NullMarked;
