/** Proofs that a transaction or a state stands in a block, and their check by someone who has no copy of the ledger. */
@NullMarked
package io.smartblocks.ledger.audit;

import org.jspecify.annotations.NullMarked;
