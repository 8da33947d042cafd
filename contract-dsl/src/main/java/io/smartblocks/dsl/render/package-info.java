/** The agreement as prose to read and print. */
@NullMarked
package io.smartblocks.dsl.render;

import org.jspecify.annotations.NullMarked;
