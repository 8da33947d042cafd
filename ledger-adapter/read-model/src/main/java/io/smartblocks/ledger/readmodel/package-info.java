/** The block stream as SQL tables with their checkpoint, and the typed queries that the runtime and the portal read. */
@NullMarked
package io.smartblocks.ledger.readmodel;

import org.jspecify.annotations.NullMarked;
