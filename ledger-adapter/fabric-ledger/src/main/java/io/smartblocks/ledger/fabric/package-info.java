/** The ledger on a channel of Hyperledger Fabric: carries batches to its peers, follows its blocks, and reads what stands. */
@NullMarked
package io.smartblocks.ledger.fabric;

import org.jspecify.annotations.NullMarked;
