/** Copies of a ledger as files that anyone can read: exports, backups made while it runs, and what is restored from them. */
@NullMarked
package io.smartblocks.ledger.embedded.copy;

import org.jspecify.annotations.NullMarked;
