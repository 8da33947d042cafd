/** Makes one complete text of a text and of the templates and modules that it names. */
@NullMarked
package io.smartblocks.dsl.assembly;

import org.jspecify.annotations.NullMarked;
