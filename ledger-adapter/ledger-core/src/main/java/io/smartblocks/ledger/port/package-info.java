/** The ledger as the rest of SmartBlocks sees it: submit batches, read states, follow blocks. */
@NullMarked
package io.smartblocks.ledger.port;

import org.jspecify.annotations.NullMarked;
