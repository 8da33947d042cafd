/** Keeps signed batches on disk until they are seen on the ledger, each of them once. */
@NullMarked
package io.smartblocks.ledger.outbox;

import org.jspecify.annotations.NullMarked;
