/** The agreement language: text in, checked agreement or diagnostics out. */
@NullMarked
package io.smartblocks.dsl;

import org.jspecify.annotations.NullMarked;
