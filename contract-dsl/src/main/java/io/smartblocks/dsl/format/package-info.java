/** The canonical layout of an agreement's text. */
@NullMarked
package io.smartblocks.dsl.format;

import org.jspecify.annotations.NullMarked;
