/** Exact numbers, units and quantities: what a figure in an agreement is worth. */
@NullMarked
package io.smartblocks.dsl.units;

import org.jspecify.annotations.NullMarked;
