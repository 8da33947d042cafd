/** The ledger on Hyperledger Fabric through its Gateway client; not built yet, use the embedded ledger meanwhile. */
@NullMarked
package io.smartblocks.ledger.fabric;

import org.jspecify.annotations.NullMarked;
