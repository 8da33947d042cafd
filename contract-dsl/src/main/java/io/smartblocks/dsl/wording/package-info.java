/** A checked agreement beside the words that say it. */
@NullMarked
package io.smartblocks.dsl.wording;

import org.jspecify.annotations.NullMarked;
