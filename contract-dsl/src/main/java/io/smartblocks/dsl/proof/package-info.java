/** Proves in a bounded number of steps whether conditions of an agreement can hold at once, and gives an example if they can. */
@NullMarked
package io.smartblocks.dsl.proof;

import org.jspecify.annotations.NullMarked;
