/** What a Fabric peer's chaincode is asked and answers: all that it and its clients must agree on, without Fabric's types. */
@NullMarked
package io.smartblocks.ledger.peer;

import org.jspecify.annotations.NullMarked;
