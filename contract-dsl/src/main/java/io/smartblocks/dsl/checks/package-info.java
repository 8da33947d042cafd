/** What a whole agreement must satisfy beyond names, units and levels. */
@NullMarked
package io.smartblocks.dsl.checks;

import org.jspecify.annotations.NullMarked;
