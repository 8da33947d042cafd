/** Makes what a peer is given to know the chaincode server: a package of Fabric, the same bytes for the same words. */
@NullMarked
package io.smartblocks.ledger.chaincode.pack;

import org.jspecify.annotations.NullMarked;
