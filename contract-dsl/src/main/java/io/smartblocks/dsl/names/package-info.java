/** From words to things: what each name stands for, the order of definitions, and expressions with their units. */
@NullMarked
package io.smartblocks.dsl.names;

import org.jspecify.annotations.NullMarked;
