/** Blocks, batches and transactions of the ledger, and the search across them. */
@NullMarked
package io.smartblocks.portal.explorer;

import org.jspecify.annotations.NullMarked;
