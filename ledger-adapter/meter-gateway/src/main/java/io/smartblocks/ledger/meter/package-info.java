/** Reads meters from files, checks every reading, and carries the day pages to the ledger in signed batches. */
@NullMarked
package io.smartblocks.ledger.meter;

import org.jspecify.annotations.NullMarked;
