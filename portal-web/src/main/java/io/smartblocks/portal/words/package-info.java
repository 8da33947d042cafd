/** How numbers, days, hashes and signed words are written for a reader. */
@NullMarked
package io.smartblocks.portal.words;

import org.jspecify.annotations.NullMarked;
