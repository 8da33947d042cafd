/** The checked agreement: a frozen value in which every name is resolved and every unit and level is known. */
@NullMarked
package io.smartblocks.dsl.agreement;

import org.jspecify.annotations.NullMarked;
