/** The running edge: takes meter files from a folder to the outbox, also while the ledger is away. */
@NullMarked
package io.smartblocks.ledger.meter.edge;

import org.jspecify.annotations.NullMarked;
