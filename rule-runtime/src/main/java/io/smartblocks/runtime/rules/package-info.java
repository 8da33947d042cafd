/** From a checked agreement to rules: built once per shape, decided by Drools, printed for auditors. */
@NullMarked
package io.smartblocks.runtime.rules;

import org.jspecify.annotations.NullMarked;
