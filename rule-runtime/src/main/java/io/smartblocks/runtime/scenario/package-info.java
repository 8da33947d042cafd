/** Runs the scenarios inside an agreement through the real engine. */
@NullMarked
package io.smartblocks.runtime.scenario;

import org.jspecify.annotations.NullMarked;
