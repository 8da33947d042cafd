/** Text in, sentences as records out: the only package that knows ANTLR. */
@NullMarked
package io.smartblocks.dsl.syntax;

import org.jspecify.annotations.NullMarked;
