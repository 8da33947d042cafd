/** Explains a settlement in words: from a line to its clause, its rules, its values and its readings. */
@NullMarked
package io.smartblocks.runtime.explain;

import org.jspecify.annotations.NullMarked;
