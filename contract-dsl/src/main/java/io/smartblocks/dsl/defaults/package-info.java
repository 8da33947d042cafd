/** What holds for the whole agreement, with a default said aloud wherever the text is silent. */
@NullMarked
package io.smartblocks.dsl.defaults;

import org.jspecify.annotations.NullMarked;
