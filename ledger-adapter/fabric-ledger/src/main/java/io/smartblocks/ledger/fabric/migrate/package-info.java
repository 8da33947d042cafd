/** Brings a ledger of one machine onto a channel, and proves that both then say the same. */
@NullMarked
package io.smartblocks.ledger.fabric.migrate;

import org.jspecify.annotations.NullMarked;
