/** What stands on the ledger, by key, as typed values. */
@NullMarked
package io.smartblocks.ledger.state;

import org.jspecify.annotations.NullMarked;
