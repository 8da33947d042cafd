/** Scenarios with every name resolved and every figure in base units. */
@NullMarked
package io.smartblocks.dsl.scenario;

import org.jspecify.annotations.NullMarked;
