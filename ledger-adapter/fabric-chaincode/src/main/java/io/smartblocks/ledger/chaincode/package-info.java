/** The chaincode as a server of its own, which a Fabric peer calls: the families of the ledger behind Fabric's protocol. */
@NullMarked
package io.smartblocks.ledger.chaincode;

import org.jspecify.annotations.NullMarked;
