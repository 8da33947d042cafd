/** Answers the calls of the chaincode by the families of the ledger, on what a peer holds; knows no clock and no type of Fabric. */
@NullMarked
package io.smartblocks.ledger.chaincode.decide;

import org.jspecify.annotations.NullMarked;
