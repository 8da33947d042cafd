/** Hashes, and the trees of hashes by which a part of a block is shown to belong to it. */
@NullMarked
package io.smartblocks.ledger.proof;

import org.jspecify.annotations.NullMarked;
