/** Readings from a file: kept for a moment, shown as they would be taken, then signed and put on the ledger. */
@NullMarked
package io.smartblocks.portal.energy.upload;

import org.jspecify.annotations.NullMarked;
