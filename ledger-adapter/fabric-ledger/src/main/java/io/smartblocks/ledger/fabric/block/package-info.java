/** Reads blocks of a Fabric channel: who asked for what, who vouched for it, what became of it, and whether it is whole. */
@NullMarked
package io.smartblocks.ledger.fabric.block;

import org.jspecify.annotations.NullMarked;
