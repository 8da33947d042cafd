/** What rests on what in an agreement. */
@NullMarked
package io.smartblocks.dsl.explain;

import org.jspecify.annotations.NullMarked;
