/** The families of the ledger inside a Fabric peer's chaincode; so far only where their states stand there. */
@NullMarked
package io.smartblocks.ledger.chaincode;

import org.jspecify.annotations.NullMarked;
