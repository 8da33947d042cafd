/** The page on which anybody checks whether a file or a transaction stands on the ledger. */
@NullMarked
package io.smartblocks.portal.verify;

import org.jspecify.annotations.NullMarked;
